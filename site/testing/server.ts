import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export type Served = {
  /** With a slash at its end. */
  address: string
  /** Another build takes the place of the one before. */
  publish(folder: string): void
  /** Paths asked for, in their order; emptied by whoever reads it. */
  asked: string[]
  close(): Promise<void>
}

/** A plain server of files under a path, as GitHub Pages: browsers may keep what they got for ten minutes. */
export async function serve(folder: string, under = '/ward/shinsa/'): Promise<Served> {
  let current = folder
  const asked: string[] = []
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    asked.push(url)
    const path = decodeURIComponent(pathname.slice(under.length))
    const file = join(current, normalize(path.endsWith('/') || path === '' ? `${path}index.html` : path))
    const found = pathname.startsWith(under) && file.startsWith(current) && existsSync(file)
    const sent = found ? file : join(current, '404.html')
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(sent)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    })
    response.end(readFileSync(sent))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${under}`,
    publish: (next) => {
      current = next
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
