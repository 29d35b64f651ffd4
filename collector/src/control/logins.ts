import type { Database } from './database'
import { hashToken, randomToken } from './secrets'
import type { Logins } from './types'

export function createLogins({ db }: Database, now: () => number): Logins {
  return {
    async create(personId, expiresAt) {
      await db.deleteFrom('logins').where('expires_at', '<=', now()).execute()
      const token = randomToken('')
      await db
        .insertInto('logins')
        .values({ token_hash: hashToken(token), person: personId, expires_at: expiresAt })
        .execute()
      return token
    },
    async find(token) {
      const row = await db
        .selectFrom('logins')
        .innerJoin('people', 'people.id', 'logins.person')
        .select(['people.id', 'people.email', 'logins.expires_at as expiresAt'])
        .where('token_hash', '=', hashToken(token))
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return row && { person: { id: row.id, email: row.email }, expiresAt: row.expiresAt }
    },
    async remove(token) {
      await db.deleteFrom('logins').where('token_hash', '=', hashToken(token)).execute()
    },
  }
}
