/** Hands a text to whoever sits there, as a file. */
export const download = (name: string, text: string, type = 'application/yaml'): void =>
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))

export function downloadBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
