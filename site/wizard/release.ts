let isPressed = false
const waiting: (() => void)[] = []

const release = (): void => {
  isPressed = false
  // The click comes right after: it must find everything where it was when the button went down.
  setTimeout(() => {
    for (const act of waiting.splice(0)) act()
  })
}
window.addEventListener('pointerdown', () => (isPressed = true), true)
window.addEventListener('pointerup', release, true)
window.addEventListener('pointercancel', release, true)

/** What makes things move on the page waits until no button is held down, so that nobody clicks beside. */
export function onceReleased(act: () => void): void {
  if (isPressed) waiting.push(act)
  else act()
}
