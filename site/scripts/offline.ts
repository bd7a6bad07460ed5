/** Lets the site be used without a network after the first visit; from a folder there is nothing to do. */
const here = document.currentScript as HTMLScriptElement | null
if (here !== null && location.protocol.startsWith('http') && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    // Refused, for example where storage is: the pages work without.
    navigator.serviceWorker.register(new URL('sw.js', here.src).href).catch(() => undefined)
  })
