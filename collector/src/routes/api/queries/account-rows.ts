import type { AccountRow } from '../../../api-types'
import type { Account } from '../../../control/types'
import { addDays, daysFrom } from '../../../signals/days'
import { latestScores, type ScorePoint, scoreHistory } from '../../../signals/score-store'
import type { StoredScore } from '../../../signals/stored-score'
import type { ApiServices } from '../services'

/** Days of the sparkline. */
export const TREND_DAYS = 60

/** Every account of a project with its last score; one that was never scored has none. `scores` is where it is from. */
export async function accountRows(
  { engine, control }: ApiServices,
  project: string,
  today: string,
): Promise<{ rows: AccountRow[]; scores: Map<string, StoredScore>; history: ScorePoint[] }> {
  const from = addDays(today, 1 - TREND_DAYS)
  const [accounts, scores, history] = await Promise.all([
    control.traits.accounts(project),
    latestScores(engine, { project, upTo: today }),
    scoreHistory(engine, project, from),
  ])
  const known = new Map(accounts.map((account) => [account.id, account]))
  const points = groupByAccount(history)
  const ids = new Set([...known.keys(), ...scores.keys()])
  const rows = [...ids].map((id) =>
    toRow(id, known.get(id), scores.get(id), trendOf(points.get(id) ?? [], from, today)),
  )
  return { rows, scores, history }
}

/** One account as a row; `trend` holds its scores day by day. */
export function toRow(
  id: string,
  account: Account | undefined,
  stored: StoredScore | undefined,
  trend: (number | null)[],
): AccountRow {
  const traits = account?.traits ?? {}
  return {
    id,
    name: typeof traits.name === 'string' && traits.name !== '' ? traits.name : id,
    traits,
    score: stored?.score ?? null,
    band: stored?.band ?? 'unknown',
    coverage: stored?.coverage ?? 0,
    components: stored?.detail.components ?? NO_COMPONENTS,
    contribution: stored?.detail.contribution ?? {},
    loss: stored?.detail.loss ?? {},
    flags: stored?.detail.flags ?? [],
    drivers: stored?.detail.drivers ?? [],
    trend,
    asOf: stored?.day ?? null,
    modelHash: stored?.modelHash ?? null,
  }
}

/** Scores by day from `from` to `to`, oldest first, with `null` for a day without. */
export function trendOf(
  points: readonly Pick<ScorePoint, 'day' | 'value'>[],
  from: string,
  to: string,
): (number | null)[] {
  const byDay = new Map(points.map(({ day, value }) => [day, value]))
  return daysFrom(from, to).map((day) => byDay.get(day) ?? null)
}

function groupByAccount(points: readonly ScorePoint[]): Map<string, ScorePoint[]> {
  const groups = new Map<string, ScorePoint[]>()
  for (const point of points) {
    const group = groups.get(point.account)
    if (group) group.push(point)
    else groups.set(point.account, [point])
  }
  return groups
}

const NO_COMPONENTS: AccountRow['components'] = {
  frequency: null,
  breadth: null,
  depth: null,
  onboarding: null,
  sentiment: null,
  trend: null,
}
