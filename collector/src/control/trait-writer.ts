import { sql } from 'kysely'
import { chunks, ROWS_PER_STATEMENT } from './chunks'
import type { Database } from './database'
import type { Sighting, Traits } from './types'

/** When a user or account was last seen is written down this often; events hold it to the millisecond. */
const seenStepMs = 10 * 60_000
const maxRemembered = 100_000
const noTraits: Sighting['traits'] = new Map()

/**
 * Every statement is an upsert that takes the later of two values, so that blocks may come twice, in any order and from
 * several collectors.
 */
export function createTraitWriter({ db, atomically }: Database): Traits['merge'] {
  const remembered = new Map<string, Sighting>()

  return async (project, sightings) => {
    const news = sightings.filter((one) => isNews(one, remembered.get(keyOf(project, one))))
    if (news.length === 0) return
    await atomically([
      ...seen(db, 'accounts', project, news.filter(isKind('account'))),
      ...seen(db, 'users', project, news.filter(isKind('user'))),
      ...memberships(db, project, news),
      ...told(db, project, news),
    ])
    if (remembered.size > maxRemembered) remembered.clear()
    for (const one of news) remembered.set(keyOf(project, one), { ...one, traits: noTraits })
  }
}

const keyOf = (project: string, { kind, id }: Sighting): string => JSON.stringify([project, kind, id])

function isNews(one: Sighting, known: Sighting | undefined): boolean {
  return (
    !known ||
    one.traits.size > 0 ||
    one.account?.id !== known.account?.id ||
    (one.account?.ts ?? 0) > (known.account?.ts ?? 0) + seenStepMs ||
    one.firstSeen < known.firstSeen ||
    one.lastSeen > known.lastSeen + seenStepMs
  )
}

const isKind =
  (kind: Sighting['kind']) =>
  (one: Sighting): boolean =>
    one.kind === kind

type Db = Database['db']

const seen = (db: Db, table: 'accounts' | 'users', project: string, sightings: readonly Sighting[]) =>
  chunks(sightings, ROWS_PER_STATEMENT).map((chunk) =>
    db
      .insertInto(table)
      .values(
        chunk.map(({ id, firstSeen, lastSeen }) => ({
          project,
          id,
          first_seen: firstSeen,
          last_seen: lastSeen,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['project', 'id']).doUpdateSet({
          first_seen: sql`min(first_seen, excluded.first_seen)`,
          last_seen: sql`max(last_seen, excluded.last_seen)`,
        }),
      ),
  )

function memberships(db: Db, project: string, sightings: readonly Sighting[]) {
  const rows = sightings.flatMap(({ id, account }) =>
    account ? [{ project, user: id, account: account.id, last_seen: account.ts }] : [],
  )
  return chunks(rows, ROWS_PER_STATEMENT).map((chunk) =>
    db
      .insertInto('memberships')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['project', 'user', 'account'])
          .doUpdateSet({ last_seen: sql`max(last_seen, excluded.last_seen)` }),
      ),
  )
}

function told(db: Db, project: string, sightings: readonly Sighting[]) {
  const rows = sightings.flatMap(({ kind, id, traits }) =>
    [...traits].map(([key, { value, ts }]) => ({ project, kind, id, key, value: JSON.stringify(value), ts })),
  )
  return chunks(rows, ROWS_PER_STATEMENT).map((chunk) =>
    db
      .insertInto('traits')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['project', 'kind', 'id', 'key'])
          .doUpdateSet({ value: sql`excluded.value`, ts: sql`excluded.ts` })
          .where(sql<boolean>`(excluded.ts, excluded.value) > (traits.ts, traits.value)`),
      ),
  )
}
