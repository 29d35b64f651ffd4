import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import { hashToken, randomToken } from './secrets'
import type { ControlTables } from './tables'
import type { CreatedProject, Project, Projects } from './types'

export function createProjects({ db, atomically }: Database, now: () => number): Projects {
  return {
    async list() {
      const rows = await db.selectFrom('projects').selectAll().orderBy('created_at').execute()
      return rows.map(toProject)
    },
    async get(projectId) {
      const row = await db.selectFrom('projects').selectAll().where('id', '=', projectId).executeTakeFirst()
      return row && toProject(row)
    },
    async create({ name, timeZone = 'UTC', allowedOrigins = [] }) {
      assertTimeZone(timeZone)
      const made: CreatedProject = {
        projectId: randomUUID(),
        writeKey: randomToken('wk_'),
        apiToken: randomToken('hrt_'),
        identitySecret: randomToken('his_'),
      }
      const { projectId: project } = made
      const at = now()
      await atomically([
        db.insertInto('projects').values({
          id: project,
          name,
          time_zone: timeZone,
          allowed_origins: JSON.stringify(allowedOrigins),
          identity_secret: made.identitySecret,
          created_at: at,
        }),
        db.insertInto('write_keys').values({ write_key: made.writeKey, project, created_at: at }),
        db.insertInto('api_tokens').values({ token_hash: hashToken(made.apiToken), project, created_at: at }),
      ])
      return made
    },
  }
}

export const toProject = (row: Selectable<ControlTables['projects']>): Project => ({
  id: row.id,
  name: row.name,
  timeZone: row.time_zone,
  allowedOrigins: JSON.parse(row.allowed_origins), // written as a list of strings above
  identitySecret: row.identity_secret,
  createdAt: row.created_at,
})

function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new Error(
      `timeZone: found ${JSON.stringify(timeZone)}, expected an IANA name such as Europe/Berlin`,
    )
  }
}
