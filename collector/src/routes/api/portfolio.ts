import type { AccountRow, Band, Portfolio } from '../../api-types'
import { change } from '../../health/change'
import { addDays, daysBetween, daysFrom } from '../../signals/days'
import { projectContext } from '../../signals/project-context'
import { latestScores } from '../../signals/score-store'
import type { StoredScore } from '../../signals/stored-score'
import { parameters } from './parameters'
import { accountRows, TREND_DAYS } from './queries/account-rows'
import { route } from './route'

const BANDS: readonly Band[] = ['healthy', 'watch', 'at_risk', 'unknown']
const RENEWAL_DAYS = 90
const MOVED_OVER_DAYS = 7
const MOVERS = 10

/** Points below which nobody would say that a score moved. */
const MIN_MOVE = 1

export const portfolio = route({
  method: 'GET',
  path: '/api/portfolio',
  summary: 'All accounts in a few figures: bands, revenue, renewals due, history and who moved over a week.',
  query: parameters({}),
  answer: 'Portfolio',
  async handle({ services, project }): Promise<Portfolio> {
    const { today } = await projectContext(services, project)
    const from = addDays(today, 1 - TREND_DAYS)
    const [{ rows, scores: now, history }, before] = await Promise.all([
      accountRows(services, project, today),
      latestScores(services.engine, { project, upTo: addDays(today, -MOVED_OVER_DAYS) }),
    ])
    const known = rows.flatMap(({ score }) => (score === null ? [] : [score]))
    const due = rows.filter(({ traits }) => isDue(traits.renewsAt, today))
    return {
      asOf: rows.reduce<string | null>(
        (last, { asOf }) => (asOf && (!last || asOf > last) ? asOf : last),
        null,
      ),
      accounts: rows.length,
      average: known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length,
      mrr: mrrOf(rows),
      bands: BANDS.map((band) => {
        const own = rows.filter((row) => row.band === band)
        return { band, accounts: own.length, mrr: mrrOf(own) }
      }),
      renewalsDue: { accounts: due.length, mrr: mrrOf(due) },
      history: bandHistory(history, from, today),
      movers: movers(rows, now, before),
    }
  },
})

/** Monthly revenue of the accounts that tell it; `null` when none does. */
function mrrOf(rows: readonly AccountRow[]): number | null {
  const told = rows.flatMap(({ traits }) => (typeof traits.mrr === 'number' ? [traits.mrr] : []))
  return told.length === 0 ? null : told.reduce((sum, mrr) => sum + mrr, 0)
}

function isDue(renewsAt: unknown, today: string): boolean {
  if (typeof renewsAt !== 'string' || Number.isNaN(Date.parse(renewsAt))) return false
  const days = daysBetween(today, new Date(renewsAt).toISOString().slice(0, 10))
  return days >= 0 && days <= RENEWAL_DAYS
}

function bandHistory(
  points: readonly { day: string; shown: Band }[],
  from: string,
  to: string,
): Portfolio['history'] {
  const days = new Map(
    daysFrom(from, to).map((day) => [day, { day, healthy: 0, watch: 0, at_risk: 0, unknown: 0 }]),
  )
  for (const { day, shown } of points) {
    const counts = days.get(day)
    if (counts) counts[shown] += 1
  }
  return [...days.values()]
}

function movers(
  rows: readonly AccountRow[],
  now: ReadonlyMap<string, StoredScore>,
  before: ReadonlyMap<string, StoredScore>,
): Portfolio['movers'] {
  return rows
    .flatMap(({ id, name }) => {
      const [to, from] = [now.get(id), before.get(id)]
      if (!to || !from || to.score === null || from.score === null) return []
      const delta = to.score - from.score
      return [{ id, name, from: from.score, to: to.score, delta, text: reason(from, to, delta) }]
    })
    .filter(({ delta }) => Math.abs(delta) >= MIN_MOVE)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
    .slice(0, MOVERS)
}

/** A cap that came explains a fall, and one that went a rise, better than any component. */
function reason(from: StoredScore, to: StoredScore, delta: number): string {
  const came = to.detail.caps.find((cap) => !from.detail.caps.includes(cap))
  if (came && delta < 0)
    return to.detail.flags.find(({ id }) => id === came)?.text ?? `Capped: ${came.replaceAll('_', ' ')}`
  if (from.detail.caps.length > to.detail.caps.length && delta > 0) return 'No longer capped'
  return change({ ...from.detail, day: from.day }, { ...to.detail, day: to.day }).parts[0]?.text ?? ''
}
