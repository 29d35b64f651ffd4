import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from '../dashboard/server/assets'
import { createAttempts } from '../dashboard/server/attempts'
import type { DashboardServices } from '../dashboard/server/dashboard-services'
import { loginDocument } from '../dashboard/server/document'
import { loginCookie, loginExpiry, loginToken } from '../dashboard/server/login-cookie'
import { PAGE_HEADERS } from '../dashboard/server/page-headers'
import { matchRoute } from '../dashboard/shared/pages'
import { resolveView } from '../dashboard/shared/view'

const LOGIN_FAILURES = 10
const LOGIN_WINDOW_MS = 15 * 60_000

/** A form as it was posted: any text, or nothing, under any name. */
type Form = Partial<Record<'email' | 'password' | 'next', string>>
type Query = Partial<Record<'next' | 'lang' | 'dir' | 'problem', string>>

/** Where a form goes whose CSRF token is missing or old. */
export const EXPIRED_FORM = '/login?problem=expired'

/** `GET`/`POST /login` and `POST /logout`. Needs cookie and CSRF protection registered around it. */
export function sessionRoutes(services: DashboardServices, assets: () => Assets): FastifyPluginAsync {
  const { control, now, settings } = services
  const attempts = createAttempts({ limit: LOGIN_FAILURES, windowMs: LOGIN_WINDOW_MS, now })
  const isSecure = (request: FastifyRequest) =>
    request.protocol === 'https' || settings.publicUrl?.startsWith('https:') === true

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: { next: string; email?: string; problem?: string },
  ) => {
    const view = resolveView(request.query as Query, request.headers['accept-language']) // any query is allowed
    return reply
      .headers(PAGE_HEADERS)
      .send(loginDocument({ ...form, csrf: reply.generateCsrf() }, view, assets()))
  }

  const setLogin = async (request: FastifyRequest, reply: FastifyReply, personId: string) => {
    const { name, options } = loginCookie(isSecure(request))
    reply.setCookie(name, await control.logins.create(personId, loginExpiry(now())), options)
  }

  return async function session(app) {
    app.get<{ Querystring: Query }>('/login', (request, reply) =>
      show(request, reply, {
        next: safeNext(request.query.next),
        ...(request.query.problem === 'expired' && { problem: 'That form had expired. Please try again.' }),
      }),
    )

    app.post<{ Body: Form | undefined }>(
      '/login',
      { preHandler: app.csrfProtection },
      async (request, reply) => {
        const { email = '', password = '', next } = request.body ?? {}
        const keys = [`address ${request.ip}`, `name ${email.toLowerCase()}`]
        const waitSeconds = attempts.waitSeconds(keys)
        const refuse = (code: number, problem: string) =>
          show(request, reply.code(code), { next: safeNext(next), email, problem })
        if (waitSeconds > 0) {
          reply.header('retry-after', waitSeconds)
          return refuse(429, tooMany(waitSeconds))
        }
        attempts.fail(keys) // before the answer is known, so that tries side by side are counted too
        const person = await control.people.verify(email, password)
        if (!person) return refuse(401, 'That email and password do not match.')
        attempts.clear(keys)
        await setLogin(request, reply, person.id)
        return reply.redirect(safeNext(next), 303)
      },
    )

    app.post('/logout', { preHandler: app.csrfProtection }, async (request, reply) => {
      const token = loginToken(request)
      if (token !== undefined) await control.logins.remove(token)
      const { name, options } = loginCookie(isSecure(request))
      return reply.clearCookie(name, options).redirect('/login', 303)
    })
  }
}

const tooMany = (waitSeconds: number): string =>
  `Too many tries. Wait ${Math.ceil(waitSeconds / 60)} minutes, then try again.`

/** A page of the dashboard to return to, never another site. */
function safeNext(next: string | undefined): string {
  const url = URL.canParse(next ?? '', 'http://dashboard.invalid')
    ? new URL(next ?? '', 'http://dashboard.invalid')
    : null
  const isOurs = url?.host === 'dashboard.invalid' && matchRoute(url.pathname) !== null
  return url && isOurs ? url.pathname + url.search : '/'
}
