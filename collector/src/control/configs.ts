import { createHash } from 'node:crypto'
import { validateConfig } from 'handrail/schema'
import { createCache } from './cache'
import type { Database } from './database'
import type { Configs, ConfigVersion } from './types'

/** Another collector's publication is seen after this long. */
const ttlMs = 2_000

export function createConfigs({ db }: Database, now: () => number): Configs {
  const live = createCache({ ttlMs, now }, async (project): Promise<ConfigVersion | undefined> => {
    const row = await versions(db)
      .innerJoin('live_configs', (join) =>
        join
          .onRef('live_configs.project', '=', 'config_versions.project')
          .onRef('live_configs.hash', '=', 'config_versions.hash'),
      )
      .where('config_versions.project', '=', project)
      .executeTakeFirst()
    return row && { ...row, live: true }
  })
  const liveHash = async (projectId: string) => (await live.get(projectId))?.hash

  async function makeLive(project: string, hash: string): Promise<void> {
    const publication = { project, hash, published_at: now() }
    await db
      .insertInto('live_configs')
      .values(publication)
      .onConflict((conflict) => conflict.column('project').doUpdateSet(publication))
      .execute()
    live.forget(project)
  }

  return {
    live: live.get,
    async publish(projectId, document) {
      const { problems } = validateConfig(document)
      if (problems.some((problem) => problem.level === 'error')) return { hash: null, problems }
      const json = JSON.stringify(document)
      const hash = hashConfig(json)
      await db
        .insertInto('config_versions')
        .values({ project: projectId, hash, json, created_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await makeLive(projectId, hash)
      return { hash, problems }
    },
    async history(projectId) {
      const rows = await versions(db)
        .where('config_versions.project', '=', projectId)
        .orderBy('config_versions.created_at', 'desc')
        .execute()
      const current = await liveHash(projectId)
      return rows.map(({ hash, createdAt }) => ({ hash, createdAt, live: hash === current }))
    },
    async get(projectId, hash) {
      const row = await versions(db)
        .where('config_versions.project', '=', projectId)
        .where('config_versions.hash', '=', hash)
        .executeTakeFirst()
      return row && { ...row, live: row.hash === (await liveHash(projectId)) }
    },
    async makeLive(projectId, hash) {
      const found = await versions(db)
        .where('config_versions.project', '=', projectId)
        .where('config_versions.hash', '=', hash)
        .executeTakeFirst()
      if (found) await makeLive(projectId, hash)
      return found !== undefined
    },
  }
}

const versions = (db: Database['db']) =>
  db.selectFrom('config_versions').select(['config_versions.hash', 'json', 'created_at as createdAt'])

const hashConfig = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)
