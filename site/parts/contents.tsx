/** What stands on a long page, to jump to. */
export const Contents = ({ parts }: { parts: readonly { id: string; title: string }[] }) => (
  <nav aria-label="このページの内容" class="page-contents screen-only">
    <ul>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)
