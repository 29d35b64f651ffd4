import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { STAGE_POLICY } from '../../../../demo/server/gallery/routes'
import { renderStage } from '../../../../demo/server/gallery/stage'

const FOLDER = 'test/browser/ui/gallery'
const HTML = 'text/html; charset=utf-8'

/** The surfaces as one script, from the sources. */
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

/** Serves the gallery's page with bare surfaces on a free port of 127.0.0.1. */
export async function serveGallery(): Promise<{ origin: string; close: () => void }> {
  const page = renderStage({ language: 'en', mode: 'light' }, '/gallery.js')
  const answers: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
    '/': [HTML, page],
    '/gallery.js': ['text/javascript; charset=utf-8', await bundle()],
    '/gallery/stage.css': ['text/css', await readFile('demo/public/gallery/stage.css')],
    '/favicon.svg': ['image/svg+xml', await readFile('demo/public/favicon.svg')],
    '/frame': [HTML, await readFile(`${FOLDER}/frame.html`)],
  }
  const server = createServer(({ url = '/' }, response) => {
    const [type, body] = answers[new URL(url, 'http://gallery').pathname] ?? ['text/plain', undefined]
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': STAGE_POLICY })
    response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A TCP server that listens has an address object, never a pipe name.
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
