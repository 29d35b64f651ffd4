import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'

const FOLDER = 'test/browser/ui/gallery'

/** The policy under which surfaces have to work: no inline style, no HTML sinks. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const FILES: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css'],
  '/frame': ['frame.html', 'text/html; charset=utf-8'],
  '/picture.svg': ['picture.svg', 'image/svg+xml'],
}

/** The gallery as one classic script, from the sources. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/gallery.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

/** Serves the gallery on a free port (or the one given) of 127.0.0.1. */
export async function serveGallery(port = 0): Promise<{ origin: string; close: () => void }> {
  const script = await bundle()
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://gallery')
    const [file, type] = FILES[pathname] ?? []
    const body = pathname === '/gallery.js' ? script : file && (await readFile(`${FOLDER}/${file}`))
    response.writeHead(body ? 200 : 404, {
      'content-type': type ?? 'text/javascript; charset=utf-8',
      'content-security-policy': POLICY,
    })
    response.end(body || 'not found')
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  // A TCP server that listens has an address object, never a pipe name.
  const { port: bound } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${bound}`, close: () => server.close() }
}
