import { inChunks } from './chunks'
import type { Database } from './database'
import { createTraitWriter } from './trait-writer'
import type { Account, Traits } from './types'

type Kind = 'account' | 'user'

export function createTraits(database: Database): Traits {
  const { db } = database

  async function read(projectId: string, kind: Kind, ids?: readonly string[]): Promise<Account[]> {
    const table = kind === 'account' ? 'accounts' : 'users'
    let entities = db.selectFrom(table).selectAll().where('project', '=', projectId)
    let told = db.selectFrom('traits').select(['id', 'key', 'value']).where('project', '=', projectId)
    if (ids) {
      entities = entities.where('id', 'in', ids)
      told = told.where('id', 'in', ids)
    }
    const traits = groupById(await told.where('kind', '=', kind).execute())
    return (await entities.orderBy('id').execute()).map((row) => ({
      id: row.id,
      traits: toTraits(traits.get(row.id) ?? []),
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
    }))
  }

  const memberships = (projectId: string) =>
    db.selectFrom('memberships').select(['user', 'account']).where('project', '=', projectId)

  async function accountsOf(projectId: string, userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await inChunks(userIds, (some) =>
      memberships(projectId).where('user', 'in', some).orderBy('last_seen').orderBy('account').execute(),
    )
    return new Map(rows.map(({ user, account }) => [user, account])) // the latest is last, and wins
  }

  async function users(projectId: string, userIds: readonly string[]) {
    const accounts = await accountsOf(projectId, userIds)
    const found = await inChunks(userIds, (some) => read(projectId, 'user', some))
    return found.map((user) => ({ ...user, accountId: accounts.get(user.id) ?? null }))
  }

  return {
    accounts: (projectId) => read(projectId, 'account'),
    account: async (projectId, accountId) => (await read(projectId, 'account', [accountId]))[0],
    async users(projectId, accountId) {
      const rows = await memberships(projectId).where('account', '=', accountId).orderBy('user').execute()
      return users(
        projectId,
        rows.map((row) => row.user),
      )
    },
    user: async (projectId, userId) => (await users(projectId, [userId]))[0],
    accountsOf,
    merge: createTraitWriter(database),
  }
}

function groupById<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row])
  return groups
}

function toTraits(rows: readonly { key: string; value: string }[]): Record<string, unknown> {
  return Object.fromEntries(
    rows.map(({ key, value }) => [key, JSON.parse(value)]).filter(([, value]) => value !== null),
  )
}
