import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

let shownBefore = false

/** The heading of a step; whoever comes there from another step finds himself at it. */
export const Heading = ({ children, lead }: { children: ComponentChildren; lead?: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // Before anything is painted: later it would take the focus from where somebody has gone meanwhile.
  useLayoutEffect(() => {
    if (shownBefore) heading.current?.focus()
    shownBefore = true
  }, [])
  return (
    <div class="title">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </div>
  )
}
