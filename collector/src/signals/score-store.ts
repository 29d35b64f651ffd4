import type { Band } from '../api-types'
import { type Sql, sql } from '../event-store/sql'
import type { Engine } from '../services'
import type { StoredScore } from './stored-score'

interface ScoreRow {
  account: string
  day: string
  score: number | null
  band: Band
  model_hash: string
  coverage: number
  detail: string
}

const DETAILED = sql`account, day, score, band, model_hash, coverage, detail`

/** The last score of each account up to a day. Of a day that was scored again, the newest. */
export async function latestScores(
  engine: Engine,
  { project, upTo, accounts }: { project: string; upTo: string; accounts?: readonly string[] },
): Promise<Map<string, StoredScore>> {
  const found = await engine.query<ScoreRow>(sql`
    SELECT ${DETAILED} FROM scores
    WHERE project = ${project} AND day <= toDate(${upTo}) AND ${only(accounts)}
    ORDER BY account, day DESC, ver DESC LIMIT 1 BY account`)
  return new Map(found.map((row) => [row.account, fromRow(row)]))
}

/** Every scored day of one account from a day on, oldest first. */
export async function scoresOf(
  engine: Engine,
  project: string,
  account: string,
  from: string,
): Promise<StoredScore[]> {
  const found = await engine.query<ScoreRow>(sql`
    SELECT ${DETAILED} FROM (
      SELECT ${DETAILED}, ver FROM scores
      WHERE project = ${project} AND account = ${account} AND day >= toDate(${from})
      ORDER BY day, ver DESC LIMIT 1 BY day
    ) ORDER BY day`)
  return found.map(fromRow)
}

/** One point of an account's history. */
export interface ScorePoint {
  account: string
  day: string
  value: number | null
  shown: Band
}

/** Score and band of every account on every scored day from `from` on, in order of account and day. */
export async function scoreHistory(engine: Engine, project: string, from: string): Promise<ScorePoint[]> {
  // An alias must not be the name of a column that its own aggregate reads (ClickHouse error 184).
  return engine.query(sql`
    SELECT account, day, argMax(score, ver) AS value, argMax(band, ver) AS shown
    FROM scores WHERE project = ${project} AND day >= toDate(${from})
    GROUP BY account, day ORDER BY account, day`)
}

/** The last day up to `upTo` of which a project has scores; `null` when it has none. */
export async function lastScoredDay(engine: Engine, project: string, upTo: string): Promise<string | null> {
  const [row] = await engine.query<{ last: string; n: number }>(sql`
    SELECT max(day) AS last, count() AS n FROM scores WHERE project = ${project} AND day <= toDate(${upTo})`)
  return row && row.n > 0 ? row.last : null
}

/** Keeps scores; one of the same account and day replaces the older. `ver` is the moment, in Unix milliseconds. */
export async function writeScores(
  engine: Engine,
  project: string,
  scores: readonly StoredScore[],
  ver: number,
): Promise<void> {
  if (scores.length === 0) return
  const block = scores.map((one) => toLine(project, one, ver)).join('')
  const [first, last] = [scores[0], scores.at(-1)]
  const token = [
    'scores',
    project,
    ver,
    first?.account,
    first?.day,
    last?.account,
    last?.day,
    scores.length,
  ].join('\n')
  await engine.insert('scores', Buffer.from(block), token)
}

function toLine(project: string, one: StoredScore, ver: number): string {
  const { account, day, score, band, modelHash, coverage, detail } = one
  const fields = [
    project,
    account,
    day,
    score ?? 'nan',
    band,
    modelHash,
    coverage,
    JSON.stringify(detail),
    ver,
  ]
  return `${fields.map((field) => escapeTsv(String(field))).join('\t')}\n`
}

/** https://clickhouse.com/docs/interfaces/formats/TabSeparated */
function escapeTsv(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

function fromRow({ model_hash, detail, ...row }: ScoreRow): StoredScore {
  return { ...row, modelHash: model_hash, detail: JSON.parse(detail) } // written by `toLine`
}

function only(accounts: readonly string[] | undefined): Sql {
  return accounts === undefined ? sql`1` : sql`account IN ${accounts}`
}
