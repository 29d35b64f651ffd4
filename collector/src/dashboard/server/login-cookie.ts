import fastifyCookie, { type CookieSerializeOptions } from '@fastify/cookie'
import type { Control, Services } from '../../services'

const NAME = 'handrail_login'
const DAYS_14_MS = 14 * 86_400_000

/** What is read of a request; any Fastify request fits. */
export interface CookieCarrier {
  headers: { cookie?: string | undefined }
}

export type Login = NonNullable<Awaited<ReturnType<Control['logins']['find']>>>

/** The session token the browser sent, if any. */
export function loginToken(request: CookieCarrier): string | undefined {
  const header = request.headers.cookie
  return header === undefined ? undefined : fastifyCookie.parse(header)[NAME]
}

/** Who is signed in to the dashboard, by the login cookie; undefined when nobody is or the login has expired. */
export async function findLogin(
  request: CookieCarrier,
  { control }: Pick<Services, 'control'>,
): Promise<Login | undefined> {
  const token = loginToken(request)
  return token === undefined ? undefined : control.logins.find(token)
}

/** When a login made now ends, in Unix milliseconds. */
export const loginExpiry = (nowMs: number): number => nowMs + DAYS_14_MS

/** `Lax` lets a link in a mail open the dashboard, and keeps the cookie out of other sites' posts. */
export const loginCookie = (secure: boolean): { name: string; options: CookieSerializeOptions } => ({
  name: NAME,
  options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_14_MS / 1000 },
})
