import sanitizer from 'dompurify'
import { marked } from 'marked'

/** Markdown as nodes of the page, without anything that could run. */
export type Markdown = (text: string) => DocumentFragment

const draw: Markdown = (text) =>
  sanitizer.sanitize(marked.parse(text, { gfm: true, async: false }), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_ATTR: ['style'],
  })

// Loaded when somebody wants to see it: to the page it is a name, for a classic script exports nothing.
Object.assign(globalThis, { shinsaMarkdown: draw })
