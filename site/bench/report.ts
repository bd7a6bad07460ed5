import stringWidth from 'string-width'

const wide = 40

export const heading = (text: string): void => console.log(`\n${text}`)
export const row = (name: string, value: string): void =>
  console.log(`  ${name}${' '.repeat(Math.max(1, wide - stringWidth(name)))}${value}`)
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** The middle one, and the slowest. */
export function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `中央値 ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms・最大 ${sorted.at(-1)!.toFixed(0)} ms（${times.length} 回）`
}
