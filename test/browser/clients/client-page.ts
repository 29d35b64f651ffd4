import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RudderAnalytics } from '@rudderstack/analytics-js'
import type { AnalyticsBrowser } from '@segment/analytics-next'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { close, hostOf } from '../../../collector/test/clients/relay'
import type { World } from '../helpers/use-world'

declare global {
  interface Window {
    /** What the entry of this page exports: one of them. */
    client: { AnalyticsBrowser: typeof AnalyticsBrowser; RudderAnalytics: typeof RudderAnalytics }
    analytics: AnalyticsBrowser
    rudder: RudderAnalytics
  }
}

export interface ClientSite {
  origin: string
  close(): void
}

/**
 * A product that embeds somebody else's client. `entry` is the module a product would write: what it exports is
 * `window.client`.
 */
export async function startClientSite(entry: string): Promise<ClientSite> {
  const bundle = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'client',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const script = bundle.outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end()
    const isScript = request.url === '/client.js'
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`)
    response.end(isScript ? script : page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://${hostOf(server)}`, close: () => close(server) }
}

const page = '<!doctype html><html lang="en"><title>Product</title><script src="/client.js"></script>'

/** Opens the product in a new tab. */
export async function openClient({ context, product }: World<ClientSite>): Promise<Page> {
  const page = await context.newPage()
  await page.goto(product.origin)
  return page
}
