import { importEvents, type Services } from '@handrail/collector'
import { type Config, contentHash } from 'handrail/schema'
import { DAY_MS, startOfDay } from '../seed/calendar'
import { history } from '../seed/history'
import { engineReady } from './engine-ready'
import type { DemoState } from './state'

/** Names the portfolio; every demo shows the same companies. */
export const SEED = 'tandem'
/** Days before the first start at which the history begins. */
const HISTORY_DAYS = 60
/** A score looks back over 28 days: earlier ones would show accounts that seem to rise from nothing. */
const SCORE_WINDOW_DAYS = 28

export interface SeedProgress {
  stage: 'events' | 'scores'
  /** From 0 to 1. */
  share: number
  /** Events imported so far. */
  events: number
}

interface SeedJob {
  services: Services
  state: DemoState
  config: Config
  /** Unix milliseconds up to which events are made. */
  until: number
  signal: AbortSignal
  onProgress: (progress: SeedProgress) => void
}

/** Brings the history up to `until` and scores the days it touched. Safe to run again: ids and scores are the same. */
export async function seed({ services, state, config, until, signal, onProgress }: SeedJob): Promise<number> {
  const begin = state.asOf - HISTORY_DAYS * DAY_MS
  const from = state.seededUntil ?? begin
  let share = 0
  await engineReady(services, signal)
  const messages = history({
    seed: SEED,
    asOf: state.asOf,
    days: HISTORY_DAYS,
    from,
    until,
    guideVersions: guideVersions(config),
    onAccount: (done, all) => {
      share = done / all
    },
  })
  const { imported, rejected, reasons } = await importEvents(
    services,
    state.projectId,
    abortable(messages, signal),
    (progress) => onProgress({ stage: 'events', share, events: progress.imported }),
  )
  if (rejected > 0) throw new Error(`The seed holds messages the collector refuses: ${reasons[0]?.reason}`)
  const firstScored = state.seededUntil ?? begin + SCORE_WINDOW_DAYS * DAY_MS
  await scoreDays({ services, state, from: firstScored, until, imported, signal, onProgress })
  return imported
}

async function scoreDays(job: Omit<SeedJob, 'config'> & { from: number; imported: number }): Promise<void> {
  const { services, state, from, until, imported, signal, onProgress } = job
  const days = Math.round((startOfDay(until) - startOfDay(from)) / DAY_MS) + 1
  let done = 0
  await services.scoring.recompute({
    projectId: state.projectId,
    from: toDay(from),
    to: toDay(until),
    onDay: () => {
      signal.throwIfAborted()
      done += 1
      onProgress({ stage: 'scores', share: done / days, events: imported })
    },
  })
}

function* abortable<T>(items: Iterable<T>, signal: AbortSignal): Generator<T> {
  for (const item of items) {
    signal.throwIfAborted()
    yield item
  }
}

/** The version of each guide as the SDK computes it, so that seeded and live events are of the same guide. */
function guideVersions({ tours = [], checklists = [], surveys = [] }: Config): Record<string, string> {
  const kinds = { tour: tours, checklist: checklists, survey: surveys }
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, guides]) =>
      guides.map((guide) => [`${kind}/${guide.id}`, contentHash(guide)]),
    ),
  )
}

const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
