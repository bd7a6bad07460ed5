/** Whether the clipboard took it: a browser may refuse. */
export async function copy(text: string): Promise<boolean> {
  try {
    // Browsers have it on pages of https and of a folder only.
    if (navigator.clipboard === undefined) return copyAsked(text)
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The older way, which a web server inside the house needs. */
function copyAsked(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', give)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', give)
  }
}
