import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openControl } from '../../src/control/control'
import { dashboardRoutes } from '../../src/routes/dashboard'
import type { Control } from '../../src/services'

const PASSWORD = 'correct horse battery'
const EMAIL = 'ada@example.com'

let dir: string
let control: Control
let app: FastifyInstance
let nowMs = Date.UTC(2026, 10, 21)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'handrail-session-'))
  writeFileSync(join(dir, 'manifest.json'), '{"main":{"script":"main-1.js","styles":["main-1.css"]}}')
  control = await openControl(`file:${join(dir, 'control.db')}`, () => nowMs)
  await control.people.create(EMAIL, PASSWORD)
  await control.projects.create({ name: 'Tandem' })
})

beforeEach(async () => {
  app = fastify()
  await app.register(dashboardRoutes({ control, now: () => nowMs, settings: { publicUrl: null } }, dir))
  return () => app.close()
})

afterAll(async () => {
  await control.close()
  rmSync(dir, { recursive: true })
})

/** The form as a browser holds it: its hidden token and the cookie that belongs to it. */
async function openLogin(query = '') {
  const page = await app.inject(`/login${query}`)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  return { page, token, cookies: Object.fromEntries(page.cookies.map(({ name, value }) => [name, value])) }
}

async function logIn(fields: Record<string, string> = {}, query = '') {
  const { token, cookies } = await openLogin(query)
  const form = new URLSearchParams({ _csrf: token, email: EMAIL, password: PASSWORD, next: '/', ...fields })
  return post('/login', form, cookies)
}

const post = (url: string, form: URLSearchParams, cookies: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })

describe('login', () => {
  it('sends who is not logged in to the login, and back afterwards', async () => {
    const away = await app.inject('/accounts/acme%20inc?x=1')
    expect([away.statusCode, away.headers.location]).toEqual([
      303,
      '/login?next=%2Faccounts%2Facme%2520inc%3Fx%3D1',
    ])
    const back = await logIn({ next: '/accounts/acme%20inc?x=1' })
    expect([back.statusCode, back.headers.location]).toEqual([303, '/accounts/acme%20inc?x=1'])
  })

  it('keeps the session out of reach of scripts and other sites', async () => {
    const cookie = (await logIn()).cookies.find(({ name }) => name === 'handrail_login')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('secure')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/healthz'])(
    'never leaves for %s',
    async (next) => {
      expect((await logIn({ next })).headers.location).toBe('/')
    },
  )

  it('refuses a wrong password without saying which part was wrong', async () => {
    const wrong = await logIn({ password: 'wrong password' })
    const unknown = await logIn({ email: 'nobody@example.com' })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.cookies.some(({ name }) => name === 'handrail_login')).toBe(false)
    expect(wrong.body).toContain('That email and password do not match.')
    expect(unknown.body).toContain('That email and password do not match.')
  })

  it('shows what was typed as text', async () => {
    const reply = await logIn({ email: '"><script>alert(1)</script>', password: 'wrong password' })
    expect(reply.body).not.toContain('<script')
  })

  it('refuses a form without its token', async () => {
    const { cookies } = await openLogin()
    const reply = await post('/login', new URLSearchParams({ email: EMAIL, password: PASSWORD }), cookies)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/login?problem=expired'])
    expect(reply.cookies).toEqual([])
  })

  it.each([
    ['JSON', 'application/json', '{"email":{}}', 415],
    ['nothing', 'application/x-www-form-urlencoded', '', 401],
  ])('refuses a form that is %s', async (_what, type, payload, status) => {
    const { token, cookies } = await openLogin()
    const headers = { 'content-type': type, 'csrf-token': token }
    const reply = await app.inject({ method: 'POST', url: '/login', cookies, headers, payload })
    expect(reply.statusCode).toBe(status)
  })

  it('makes a guesser wait, even with the right password, until the window is over', async () => {
    for (let i = 0; i < 10; i++) await logIn({ password: `guess number ${i}` })
    const blocked = await logIn()
    expect([blocked.statusCode, blocked.headers['retry-after']]).toEqual([429, '900'])
    nowMs += 15 * 60_000
    expect((await logIn()).statusCode).toBe(303)
  })
})

describe('a session', () => {
  const session = async () => {
    const cookies = (await logIn()).cookies
    return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
  }

  it('opens every page, under a policy without exceptions', async () => {
    const page = await app.inject({ url: '/accounts', cookies: await session() })
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    )
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toMatch(/data-write-key=(\\|&quot;|")+wk_/)
    expect(page.body).not.toMatch(/<script>|style=|onclick=/)
  })

  it('ends with logging out, for copies of the cookie too', async () => {
    const cookies = await session()
    const page = await app.inject({ url: '/', cookies })
    const csrf = page.cookies.find(({ name }) => name === '_csrf')?.value ?? ''
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const reply = await post('/logout', new URLSearchParams({ _csrf: token }), { ...cookies, _csrf: csrf })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/login'])
    expect((await app.inject({ url: '/', cookies })).statusCode).toBe(303)
  })

  it('ends after two weeks', async () => {
    const cookies = await session()
    nowMs += 14 * 86_400_000
    expect((await app.inject({ url: '/', cookies })).statusCode).toBe(303)
  })

  it('is written from right to left when asked', async () => {
    const page = await app.inject({ url: '/?lang=fa', cookies: await session() })
    expect(page.body).toContain('<html lang="en" dir="rtl">')
  })
})
