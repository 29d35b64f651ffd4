import { createCache } from './cache'
import type { Database } from './database'
import { toProject } from './projects'
import { hashToken } from './secrets'
import type { Keys } from './types'

/** A key that was taken away works this long, and where look-ups are refused until they are not. */
const ttlMs = 5_000

export function createKeys({ db }: Database, now: () => number): Keys {
  const byWriteKey = createCache({ ttlMs, now }, async (writeKey) => {
    const row = await db
      .selectFrom('projects')
      .innerJoin('write_keys', 'write_keys.project', 'projects.id')
      .selectAll('projects')
      .where('write_key', '=', writeKey)
      .executeTakeFirst()
    return row && toProject(row)
  })
  const byTokenHash = createCache({ ttlMs, now }, async (tokenHash) => {
    const row = await db
      .selectFrom('projects')
      .innerJoin('api_tokens', 'api_tokens.project', 'projects.id')
      .selectAll('projects')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    return row && toProject(row)
  })
  return {
    projectOfWriteKey: byWriteKey.get,
    // Looked up by its hash: how far a wrong token agrees with a right one cannot be timed.
    projectOfApiToken: (apiToken) => byTokenHash.get(hashToken(apiToken)),
    async writeKeys(projectId) {
      const rows = await db
        .selectFrom('write_keys')
        .select('write_key')
        .where('project', '=', projectId)
        .orderBy('created_at')
        .execute()
      return rows.map((row) => row.write_key)
    },
  }
}
