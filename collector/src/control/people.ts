import { randomUUID } from 'node:crypto'
import type { Database } from './database'
import { hashPassword, isPassword } from './secrets'
import type { People } from './types'

const minPasswordCharacters = 10

export function createPeople({ db, atomically }: Database, now: () => number): People {
  const decoy = hashPassword(randomUUID())
  return {
    async create(email, password) {
      assertPassword(password)
      const person = { id: randomUUID(), email }
      await db
        .insertInto('people')
        .values({ ...person, password: await hashPassword(password), created_at: now() })
        .execute()
      return person
    },
    async setPassword(email, password) {
      assertPassword(password)
      const person = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst()
      if (!person) return false
      const hash = await hashPassword(password)
      // A new password is often given because somebody else has the old one.
      await atomically([
        db.updateTable('people').set({ password: hash }).where('id', '=', person.id),
        db.deleteFrom('logins').where('person', '=', person.id),
      ])
      return true
    },
    async has(email) {
      const row = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst()
      return row !== undefined
    },
    async verify(email, password) {
      const row = await db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
      const right = await isPassword(password, row?.password ?? (await decoy))
      return row && right ? { id: row.id, email: row.email } : undefined
    },
    async count() {
      const { count } = await db
        .selectFrom('people')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

function assertPassword(password: string): void {
  if (password.length >= minPasswordCharacters) return
  throw new Error(`password: found ${password.length} characters, expected at least ${minPasswordCharacters}`)
}
