import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { close, hostOf } from '../../../collector/test/clients/relay'

const METHODS = 'identify group track page start stop reset consent on'

export interface Site {
  /** Address of a page that embeds the SDK as its documentation says. */
  url: (endpoint: string, writeKey: string, configUrl?: string) => string
  /** Serves a document, of whatever is in it; returns its address. */
  publish: (document: string) => string
  close(): void
}

/** A product of somebody else, on an origin of its own. */
export async function startSite(): Promise<Site> {
  const documents: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://site')
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end()
    if (url.pathname.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      return response.end(await readFile(`dist/browser${url.pathname}`))
    }
    if (url.pathname.startsWith('/documents/')) {
      const document = documents[Number(url.pathname.slice('/documents/'.length))]
      response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' })
      return response.end(document)
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(markup(url.searchParams))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://${hostOf(server)}`
  return {
    url: (endpoint, key, config) =>
      `${origin}/page?${new URLSearchParams({ endpoint, key, ...(config && { config }) })}`,
    publish(document) {
      documents.push(document)
      return `${origin}/documents/${documents.length - 1}`
    },
    close: () => close(server),
  }
}

function markup(asked: URLSearchParams): string {
  const config = asked.get('config')
  const attributes = Object.entries({
    'write-key': asked.get('key'),
    endpoint: asked.get('endpoint'),
    config,
  })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `data-${name}="${value}"`)
  return `<!doctype html><html lang="en"><title>Product</title>
<script>window.handrail=window.handrail||[];"${METHODS}".split(" ").forEach(function(m){handrail[m]=handrail[m]||function(){handrail.push([m].concat([].slice.call(arguments)))}})</script>
<script async src="/handrail.js" ${attributes.join(' ')}></script>
<button data-action="export"><svg width="20" height="20"><circle r="9" cx="10" cy="10"/></svg></button>`
}
