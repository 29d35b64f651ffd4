import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import statics from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { addGallery } from './gallery/routes'
import { type Assets, contentSecurityPolicy, type Embedding, renderPage } from './page'

export interface TandemOptions {
  embedding: Embedding
  /** The folder `demo`, which holds `dist` and `public`. */
  root: string
  /** What `GET /people.json` answers. */
  people: readonly object[]
  /** How long the comparison on the reports page lets people wait. @default 1200 */
  slowMs?: number
}

/** Tandem's own server: documents, files, and two small answers. It neither knows nor needs Handrail beyond its address. */
export function buildTandem({ embedding, root, people, slowMs = 1200 }: TandemOptions): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  const page = renderPage(readAssets(root), embedding)
  const policy = contentSecurityPolicy(embedding)
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
  })
  // The folder also holds this server, which is nobody's business in a browser.
  const files = {
    immutable: true,
    maxAge: '365d',
    allowedPath: (path: string) => !path.startsWith('/server'),
  }
  app.register(statics, { root: resolve(root, 'dist'), prefix: '/app/', ...files })
  app.register(statics, { root: resolve(root, 'public'), decorateReply: false, wildcard: false })
  app.get('/people.json', async () => people)
  app.get<{ Querystring: { size?: string } }>('/medians.json', async ({ query }) => {
    await delay(slowMs)
    return medians(Number(query.size))
  })
  addGallery(app, root)
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/\.\w+$/.test(request.url)
    return isPage ? reply.type('text/html').send(page) : reply.code(404).send({ error: 'not found' })
  })
  return app
}

/** Names of the hashed files, written by the build. */
function readAssets(root: string): Assets {
  const manifest: { main: Assets } = JSON.parse(readFileSync(join(root, 'dist/manifest.json'), 'utf8'))
  return manifest.main
}

/** Figures of teams of that size: a person finishes about three tasks a week, and larger teams wait for each other longer. */
function medians(size: number): { donePerWeek: number; daysToDone: number } {
  const people = Number.isFinite(size) && size > 0 ? size : 1
  return { donePerWeek: Math.round(2.8 * people), daysToDone: Math.round(30 + 6 * Math.log2(people)) / 10 }
}
