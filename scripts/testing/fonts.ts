import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const carried = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'))

/**
 * The environment in which a browser finds a Japanese font: those of the system, and the one that npm carries. Without
 * any, text takes no room on the screen and cannot be read from paper.
 */
export function withFonts(): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), FONTCONFIG_FILE: configuration() }
}

/** Written beside its place and moved there: several test files may begin at the same moment. */
function configuration(): string {
  const name = createHash('sha256').update(carried).digest('hex').slice(0, 12)
  const place = join(tmpdir(), `carried-fonts-${name}.conf`)
  const beside = `${place}.${process.pid}`
  writeFileSync(
    beside,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${carried}</dir>
  <cachedir>${join(tmpdir(), `carried-fonts-${name}`)}</cachedir>
</fontconfig>
`,
  )
  renameSync(beside, place)
  return place
}
