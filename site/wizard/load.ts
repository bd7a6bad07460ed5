const loaded = new Map<string, Promise<void>>()

/**
 * A script of the site, once. Pages that are opened from a folder may not fetch: what comes later comes as a script.
 * `src` counts from the page.
 */
export function loadScript(src: string): Promise<void> {
  const loading = loaded.get(src) ?? load(src)
  loaded.set(src, loading)
  return loading
}

const load = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      loaded.delete(src)
      reject(new Error(`${src} cannot be loaded.`))
    }
    document.head.append(script)
  })
