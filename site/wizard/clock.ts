const japan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' })

/** `2026-11-24 09:12` in Tokyo: the only place where the wizard looks at a clock. */
export const now = (): string => japan.format(new Date())
export const today = (): string => now().slice(0, 10)
