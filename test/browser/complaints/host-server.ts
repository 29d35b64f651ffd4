import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { configOf, frameMarkup, markup, type Situation } from './situation'

const NONCE = 'of-the-host'
/** What a careful host allows: nothing inline but its own, and no HTML sinks. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${NONCE}'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data:",
  'connect-src *',
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export interface HostServer {
  /** Serves a situation on every path of an origin of its own, which has storage of its own; returns the origin. */
  host(situation: Situation, endpoint: string, writeKey: string): string
  /** From now on the origin serves this, as after a release of the product. */
  change(origin: string, situation: Situation): void
  close(): void
}

interface Hosted {
  situation: Situation
  endpoint: string
  writeKey: string
}

/** Serves products of others with the built SDK in them, as its documentation says. */
export async function startHosts(): Promise<HostServer> {
  const hosted: Hosted[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    const it = hosted[Number(/^s(\d+)\./.exec(request.headers.host ?? '')?.[1])]
    const [type, text] = it ? await answer(url.pathname, it) : []
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
    })
    response.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server that listens has an address object, never a pipe name.
  const { port } = server.address() as AddressInfo
  const numberOf = (origin: string) => Number(/\/s(\d+)\./.exec(origin)?.[1])
  return {
    host(situation, endpoint, writeKey) {
      hosted.push({ situation, endpoint, writeKey })
      return `http://s${hosted.length - 1}.localhost:${port}`
    },
    change(origin, situation) {
      const it = hosted[numberOf(origin)]
      if (it) it.situation = situation
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

type Answer = readonly [type: string, text: string | Buffer] | readonly []

async function answer(path: string, { situation, endpoint, writeKey }: Hosted): Promise<Answer> {
  if (path === '/favicon.ico') return []
  if (path === '/config.json') return ['application/json', JSON.stringify(configOf(situation))]
  if (path.startsWith('/hosts/')) return ['text/javascript', await bundle(path.slice('/hosts/'.length, -3))]
  if (path.endsWith('.js')) return ['text/javascript', await readFile(`dist/browser${path}`)]
  if (path === '/frame') return ['text/html', frameMarkup(situation, NONCE)]
  const attributes = `data-write-key="${writeKey}" data-endpoint="${endpoint}" data-config="/config.json"`
  return ['text/html', markup(situation, NONCE, attributes)]
}

/** A host application with the npm package in it, as a bundler makes it. */
async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`test/browser/complaints/hosts/${name}.tsx`],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { handrail: './dist/index.js' },
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}
