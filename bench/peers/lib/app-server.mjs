import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { root } from './paths.mjs'

const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
}

/** Serves the product that embeds an SDK: `pages` by path, and the built scripts. Nothing is cached. */
export async function startApp() {
  const pages = new Map()
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') return response.writeHead(200).end('{}') // events of a guide
    const { pathname } = new URL(request.url, 'http://app')
    const found = pages.get(pathname) ?? (await readBuilt(pathname))
    if (found === undefined) return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
    const type = pages.has(pathname) ? 'text/html' : (types[extname(pathname)] ?? 'application/octet-stream')
    response
      .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
      .end(found)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://127.0.0.1:${server.address().port}`, pages, close: () => close(server) }
}

async function readBuilt(pathname) {
  const path = normalize(pathname)
  return path.startsWith('/build/') ? readFile(join(root, path)).catch(() => undefined) : undefined
}

export function close(server) {
  server.closeAllConnections()
  server.close()
}
