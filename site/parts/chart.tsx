/** A bar, and what it stands for; several parts lie one behind the other. */
export type Bar = { name: string; parts: readonly { count: number; tone: 1 | 2 | 3 }[] }
type Props = {
  id: string
  title: string
  /** What the tones stand for, where there are several. */
  legend?: readonly string[]
  bars: readonly Bar[]
}

const width = 360
const rowHeight = 48
const barHeight = 16
const room = 48

/** Bars with their numbers, the names above them so that long ones find room. The same numbers stand in a table beside it. */
export const Chart = ({ id, title, legend = [], bars }: Props) => {
  const most = Math.max(1, ...bars.map(totalOf))
  const scale = (width - room) / most
  return (
    <figure class="chart">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{describe(bars)}</desc>
        {bars.map((bar, index) => (
          <g key={bar.name} transform={`translate(0 ${index * rowHeight})`}>
            <text x="0" y="15" class="chart-name">
              {bar.name}
            </text>
            <Parts parts={bar.parts} scale={scale} />
            <text x={totalOf(bar) * scale + 6} y="35" class="chart-number">
              {totalOf(bar)}
            </text>
          </g>
        ))}
      </svg>
      {legend.length > 0 && (
        <ul class="legend">
          {legend.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}

const Parts = ({ parts, scale }: { parts: Bar['parts']; scale: number }) => (
  <>
    {parts.map(({ count, tone }, index) => {
      const before = parts.slice(0, index).reduce((sum, part) => sum + part.count, 0)
      return (
        <rect
          key={tone}
          x={before * scale}
          y="22"
          // A hair of ground between the parts: their tones are not all that tells them apart.
          width={Math.max(0, count * scale - (before > 0 || parts.length > 1 ? 1 : 0))}
          height={barHeight}
          class={`tone-${tone}`}
        />
      )
    })}
  </>
)

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { count }) => sum + count, 0)

const describe = (bars: readonly Bar[]): string =>
  bars.map((bar) => `${bar.name} ${bar.parts.map(({ count }) => count).join('・')}`).join('、')
