import { chunks, inChunks, ROWS_PER_STATEMENT } from './chunks'
import type { Database } from './database'
import type { Vouched } from './types'

/** Users for whom the product's own server has signed. Nobody is ever taken off: a signature once shown is asked for since. */
export function createVouched({ db }: Database, now: () => number): Vouched {
  return {
    async anybody(projectId) {
      const one = await db
        .selectFrom('vouched_users')
        .select('user')
        .where('project', '=', projectId)
        .limit(1)
        .executeTakeFirst()
      return one !== undefined
    },
    async among(projectId, userIds) {
      const rows = await inChunks(userIds, (some) =>
        db
          .selectFrom('vouched_users')
          .select('user')
          .where('project', '=', projectId)
          .where('user', 'in', some)
          .execute(),
      )
      return new Set(rows.map(({ user }) => user))
    },
    async add(projectId, userIds) {
      for (const some of chunks(userIds, ROWS_PER_STATEMENT))
        await db
          .insertInto('vouched_users')
          .values(some.map((user) => ({ project: projectId, user, since: now() })))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    },
  }
}
