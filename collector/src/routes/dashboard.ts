import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyCookie from '@fastify/cookie'
import fastifyCsrf from '@fastify/csrf-protection'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ASSET_PREFIX, lazyAssets } from '../dashboard/server/assets'
import type { DashboardServices } from '../dashboard/server/dashboard-services'
import { shellDocument } from '../dashboard/server/document'
import { FAVICON } from '../dashboard/server/favicon'
import { findLogin } from '../dashboard/server/login-cookie'
import { PAGE_HEADERS } from '../dashboard/server/page-headers'
import { projectSnippet } from '../dashboard/server/snippet'
import { matchRoute, PAGE_PATTERNS } from '../dashboard/shared/pages'
import { resolveView } from '../dashboard/shared/view'
import { EXPIRED_FORM, sessionRoutes } from './session'

/** Beside the bundle that holds this code, or where the build puts it when this runs from source. */
const BUILT_ASSETS =
  ['./dashboard/', '../../dist/dashboard/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((dir) => existsSync(`${dir}manifest.json`)) ??
  fileURLToPath(new URL('./dashboard/', import.meta.url))

/**
 * Everything a person opens in a browser: login, pages and their files. Register once, without a prefix;
 * cookies, CSRF protection and form bodies stay inside.
 */
export function dashboardRoutes(services: DashboardServices, assetsDir = BUILT_ASSETS): FastifyPluginAsync {
  return async function dashboard(app) {
    const assets = lazyAssets(assetsDir)
    if (!app.hasReplyDecorator('setCookie')) await app.register(fastifyCookie)
    await app.register(fastifyCsrf, {
      cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' },
    })
    acceptForms(app)
    restartExpiredForms(app)
    await app.register(sessionRoutes(services, assets))
    await app.register(fastifyStatic, {
      root: assetsDir,
      prefix: ASSET_PREFIX,
      decorateReply: false,
      immutable: true,
      maxAge: '1y',
    })
    app.get('/favicon.svg', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(FAVICON),
    )
    for (const pattern of PAGE_PATTERNS) app.get(pattern, page)

    async function page(request: FastifyRequest, reply: FastifyReply) {
      const login = await findLogin(request, services)
      if (!login) return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303)
      const view = resolveView(request.query as Record<string, unknown>, request.headers['accept-language'])
      const snippet = await projectSnippet(services, `${request.protocol}://${request.host}`)
      const boot = { person: login.person.email, csrf: reply.generateCsrf(), snippet, locale: view.locale }
      const route = matchRoute(request.url.split('?', 1)[0] ?? '/')
      return reply.headers(PAGE_HEADERS).send(shellDocument(route?.page ?? 'portfolio', boot, view, assets()))
    }
  }
}

/** And nothing else: JSON could hold what no form can, such as an email that is no text. */
function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}

/** A form kept open past its CSRF cookie is seldom an attack: the person is told, and starts again at the login. */
function restartExpiredForms(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    if (error.code?.startsWith('FST_CSRF')) return reply.redirect(EXPIRED_FORM, 303)
    throw error
  })
}
