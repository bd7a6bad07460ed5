import { Fragment } from 'preact'
import { visible } from '../../src/reporters/visible.ts'

/** What somebody wrote, line by line, with nothing in it that hides itself or turns the direction of reading. */
export const Words = ({ children }: { children: string }) => (
  <>
    {children
      .trim()
      .split(/\r\n|[\r\n]/)
      .map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {visible(line)}
        </Fragment>
      ))}
  </>
)
