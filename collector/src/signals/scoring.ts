import { canonicalJson } from '../health/canonical'
import type { Scoring, ScoringRun, Services } from '../services'
import { createDaily } from './daily'
import { addDays, daysBetween, daysFrom } from './days'
import { isSilent } from './gap'
import { type ProjectContext, projectContext } from './project-context'
import { readSignalsOf } from './read'
import { lastScoredDay, latestScores, writeScores } from './score-store'
import { bandState, type StoredScore, scoreDay } from './stored-score'
import { createTouched } from './touched'

/** A block of rows that the engine takes in one go without holding much in memory. */
const BLOCK_ROWS = 5_000

/** Days without a collector that are scored when it comes back: what the dashboard shows. */
const CATCH_UP_DAYS = 60

/** Turns events into stored scores. Reads the clock of `services`, writes only the `scores` table. */
export function createScoring(services: Pick<Services, 'engine' | 'control' | 'now' | 'log'>): Scoring {
  const { engine, now, log } = services
  const context = (projectId: string) => projectContext(services, projectId)

  /** Of two scores of one day the later written stands, also when the clock stood still or was put back. */
  let version = 0
  const nextVersion = () => {
    version = Math.max(now(), version + 1)
    return version
  }

  /** Scores one day, going on from the given scores of the days before. */
  async function score(
    { model, hash, scope }: ProjectContext,
    day: string,
    before: ReadonlyMap<string, StoredScore>,
    accounts?: readonly string[],
  ): Promise<StoredScore[]> {
    const signals = await readSignalsOf(engine, scope(day, accounts))
    return [...signals].map(([account, own]) => {
      const last = before.get(account)
      return scoreDay(account, day, own, { model, hash }, last ? bandState(last) : null)
    })
  }

  function before(project: string, day: string, accounts?: readonly string[]) {
    return latestScores(engine, { project, upTo: addDays(day, -1), ...(accounts && { accounts }) })
  }

  async function recompute({ projectId, from, to, onDay }: Parameters<Scoring['recompute']>[0]) {
    const project = await context(projectId)
    const last = await before(projectId, from)
    let block: StoredScore[] = []
    let written = 0
    const flush = async () => {
      await writeScores(engine, projectId, block, nextVersion())
      written += block.length
      block = []
    }
    for (const day of daysFrom(from, to)) {
      for (const one of await score(project, day, last)) {
        last.set(one.account, one)
        block.push(one)
      }
      if (block.length >= BLOCK_ROWS) await flush()
      onDay?.(day)
    }
    await flush()
    return written
  }

  async function run(projectId: string, { asOf }: { asOf?: string } = {}): Promise<ScoringRun> {
    const { today, hash } = await context(projectId)
    const day = asOf ?? today
    return { asOf: day, accounts: await recompute({ projectId, from: day, to: day }), modelHash: hash }
  }

  async function scoreNow(projectId: string, accountId: string): Promise<StoredScore | null> {
    const project = await context(projectId)
    const [stored] = (
      await latestScores(engine, { project: projectId, upTo: project.today, accounts: [accountId] })
    ).values()
    if (stored && (await isSilent(engine, projectId, now()))) return stored
    const [fresh] = await scoreAccounts(project, projectId, [accountId])
    return fresh ?? stored ?? null
  }

  /** Today's scores of some accounts; only those that moved are written. */
  async function scoreAccounts(project: ProjectContext, projectId: string, accounts: readonly string[]) {
    const { today } = project
    const [last, current] = await Promise.all([
      before(projectId, today, accounts),
      latestScores(engine, { project: projectId, upTo: today, accounts }),
    ])
    const fresh = await score(project, today, last, accounts)
    const moved = fresh.filter((one) => canonicalJson(one) !== canonicalJson(current.get(one.account)))
    await writeScores(engine, projectId, moved, nextVersion())
    return fresh
  }

  /** A project that has gone silent keeps its scores: nothing was measured that could change them. */
  async function catchUp(projectId: string): Promise<void> {
    const { today } = await context(projectId)
    const last = await lastScoredDay(engine, projectId, today)
    if (last && (await isSilent(engine, projectId, now()))) {
      log.warn({ projectId, asOf: last }, 'scoring: no events for days; scores are kept as they are')
      return
    }
    const missing = last ? Math.min(daysBetween(last, today), CATCH_UP_DAYS) : 0
    await recompute({ projectId, from: addDays(today, -missing), to: today })
  }

  const touched = createTouched(async (projectId, accounts) => {
    // What accounts are is told of silent projects too, by imports.
    if (await isSilent(engine, projectId, now())) return
    await scoreAccounts(await context(projectId), projectId, accounts)
  }, log)
  const daily = createDaily(services, catchUp)

  return {
    run,
    recompute,
    scoreNow,
    touched: touched.add,
    start: daily.start,
    async close() {
      daily.stop()
      await touched.close()
    },
  }
}
