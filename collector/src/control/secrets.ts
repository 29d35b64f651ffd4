import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** 192 random bits, readable in a URL and a header. */
export const randomToken = (prefix: string): string => `${prefix}${randomBytes(24).toString('base64url')}`

/** Tokens are long and random, so that one round of SHA-256 is enough to keep them from a reader of the database. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** What a page sends beside a user id to show that its server knows the user: hexadecimal. */
export const signUser = (identitySecret: string, userId: string): string =>
  createHmac('sha256', identitySecret).update(userId).digest('hex')

/** Takes the same time wherever the two differ; their lengths are no secret. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

/** `salt:key`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, 32, cost)
  return `${salt.toString('base64url')}:${key.toString('base64url')}`
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', key = ''] = stored.split(':')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), 32, cost)
  return isSame(derived.toString('base64url'), key)
}
