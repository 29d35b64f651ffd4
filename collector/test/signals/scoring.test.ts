import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openControl } from '../../src/control/control'
import { sql } from '../../src/event-store/sql'
import type { Control, Engine, Scoring } from '../../src/services'
import { addDays } from '../../src/signals/days'
import { latestScores, scoresOf } from '../../src/signals/score-store'
import { createScoring } from '../../src/signals/scoring'
import { type Told, toBlock } from './history'
import { startEngine, until } from './start-engine'

const TODAY = '2026-11-20'
const DAY_MS = 86_400_000

let engine: Engine
let stop: () => Promise<void>
let control: Control
let scoring: Scoring
let folder: string
let project: string
let nowMs: number

beforeAll(async () => {
  ;({ engine, stop } = await startEngine())
  folder = await mkdtemp(join(tmpdir(), 'handrail-control-'))
  control = await openControl(`file:${join(folder, 'control.db')}`, () => nowMs)
}, 60_000)
afterAll(async () => {
  await control.close()
  await stop()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  nowMs = Date.parse(`${TODAY}T12:00:00Z`)
  project = (await control.projects.create({ name: 'Test' })).projectId
  scoring = createScoring({ engine, control, now: () => nowMs, log: pino({ level: 'silent' }) })
})
afterEach(() => scoring.close())

let blocks = 0
const load = (told: readonly Told[]) =>
  engine.insert('events', toBlock(project, told, nowMs), `block-${blocks++}`)

/** `perDay` people each do one thing on each day of a stretch. */
function use(account: string, from: string, days: number, perDay: number): Told[] {
  return Array.from({ length: days * perDay }, (_, i) => {
    const day = addDays(from, Math.floor(i / perDay))
    const userId = `user-${i % perDay}`
    const messageId = `${project} ${account} ${day} ${userId}`
    return {
      account,
      ts: Date.parse(day) + 9 * 3_600_000,
      message: { type: 'track', messageId, userId, event: 'Task Done' },
    }
  })
}

function created(account: string, day: string): Told {
  const message = {
    type: 'group' as const,
    messageId: `${project} ${account}`,
    groupId: account,
    userId: 'user-0',
    traits: { createdAt: day, seats: 4 },
  }
  return { account, ts: Date.parse(day), message }
}

/** Resolves when the accounts that were touched so far are done with: those of another project are then scored. */
async function nextAreScored(): Promise<void> {
  const own = project
  project = (await control.projects.create({ name: 'Next' })).projectId
  await load(use('next', addDays(TODAY, -10), 10, 1))
  scoring.touched(project, ['next'])
  const next = project
  project = own
  const upTo = addDays(TODAY, 100)
  await until(async () => (await latestScores(engine, { project: next, upTo })).size > 0)
}

describe('scoring', () => {
  it('keeps one score per account and day, whatever is computed again', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -40), 40, 4)])
    const range = { projectId: project, from: addDays(TODAY, -9), to: TODAY }
    expect(await scoring.recompute(range)).toBe(10)
    const first = await scoresOf(engine, project, 'acme', range.from)
    await scoring.recompute(range)
    expect(await scoresOf(engine, project, 'acme', range.from)).toEqual(first)
    expect(first.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, i) => addDays(range.from, i)))
    expect(new Set(first.map(({ modelHash }) => modelHash)).size).toBe(1)
  })

  it('replays a past day from events as of that day', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -40), 20, 4)])
    const day = addDays(TODAY, -15)
    await scoring.run(project, { asOf: day })
    const before = await scoresOf(engine, project, 'acme', day)
    await load(use('acme', day, 15, 4))
    await scoring.run(project, { asOf: day })
    const after = await scoresOf(engine, project, 'acme', day)
    // Only what was up to that day counts: one active day more, on the day itself, ends the silence.
    expect(after[0]?.detail.signals).toEqual({ ...before[0]?.detail.signals, daysSinceActive: 0 })
  })

  it('changes the band only after two days beyond the edge', async () => {
    const less = addDays(TODAY, -35)
    await load([
      created('acme', '2026-01-01'),
      ...use('acme', addDays(less, -55), 55, 4),
      ...use('acme', less, 35, 1),
    ])
    await scoring.recompute({ projectId: project, from: less, to: TODAY })
    const days = await scoresOf(engine, project, 'acme', less)
    const moved = days.findIndex(({ band }, i) => i > 0 && band !== days[i - 1]?.band)
    expect(days[0]?.band).toBe('healthy')
    expect(days[moved]?.band).toBe('watch')
    expect(days[moved]?.score).toBeLessThanOrEqual(67)
    expect(days[moved - 1]).toMatchObject({
      band: 'healthy',
      detail: { dayBand: 'watch', pending: ['watch'] },
    })
    expect(days[moved - 2]).toMatchObject({ band: 'healthy', detail: { pending: [] } })
  })

  it('changes the band at once when an account has been silent for 14 days', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -75), 60, 4)])
    await scoring.recompute({ projectId: project, from: addDays(TODAY, -5), to: TODAY })
    const days = await scoresOf(engine, project, 'acme', addDays(TODAY, -5))
    expect(days.map(({ band }) => band)).toEqual(['watch', 'watch', 'watch', 'at_risk', 'at_risk', 'at_risk'])
    expect(days[3]?.detail).toMatchObject({ caps: ['dormant'], signals: { daysSinceActive: 14 } })
    expect(days[3]?.detail.raw).toBeGreaterThan(40)
    expect(days[3]?.detail.flags.map(({ id }) => id)).toContain('dormant')
  })

  it('scores an account again within seconds of its events, and no other', async () => {
    await load([...use('acme', addDays(TODAY, -40), 40, 4), ...use('other', addDays(TODAY, -40), 40, 4)])
    scoring.touched(project, ['acme', ''])
    scoring.touched(project, new Set(['acme']))
    const stored = () => latestScores(engine, { project, upTo: TODAY })
    await until(async () => (await stored()).size > 0)
    expect([...(await stored()).keys()]).toEqual(['acme'])
  })

  it('scores every account of a burst that is larger than a query', async () => {
    const accounts = Array.from({ length: 2_000 }, (_, i) => `account-of-a-burst-${i}`)
    await load(accounts.flatMap((account) => use(account, addDays(TODAY, -10), 1, 1)))
    scoring.touched(project, accounts)
    await until(async () => (await latestScores(engine, { project, upTo: TODAY })).size === accounts.length)
  }, 30_000)

  it('stores the score of this moment once, and again only when it moved', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -40), 40, 4)])
    const count = async () =>
      (await engine.query<{ n: number }>(sql`SELECT count() AS n FROM scores WHERE project = ${project}`))[0]
        ?.n
    const first = await scoring.scoreNow(project, 'acme')
    expect(await scoring.scoreNow(project, 'acme')).toEqual(first)
    expect(await count()).toBe(1)
    const properties = { guide_kind: 'survey', guide_id: 'nps', metric: 'nps', score: 2, submission_id: 's' }
    const message = {
      type: 'track' as const,
      messageId: `${project} nps`,
      userId: 'user-0',
      event: 'Survey Answered',
      properties,
    }
    await load([{ account: 'acme', ts: nowMs, message }])
    const second = await scoring.scoreNow(project, 'acme')
    expect(second?.score).toBeLessThan(first?.score ?? 0)
    expect(second?.detail.flags.map(({ id }) => id)).toContain('detractor')
    expect((await latestScores(engine, { project, upTo: TODAY })).get('acme')).toEqual(second)
    expect(await scoring.scoreNow(project, 'nobody')).toBeNull()
  })

  it('fills the days without a collector when it starts, and goes on from the last band', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -60), 63, 4)])
    await scoring.run(project, { asOf: TODAY })
    nowMs += 3 * DAY_MS
    await scoring.start()
    const days = await scoresOf(engine, project, 'acme', TODAY)
    expect(days.map(({ day }) => day)).toEqual([0, 1, 2, 3].map((n) => addDays(TODAY, n)))
  })

  it('fills them also when a later day has a score', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -60), 63, 4)])
    await scoring.run(project, { asOf: TODAY })
    await scoring.run(project, { asOf: addDays(TODAY, 200) })
    nowMs += 2 * DAY_MS
    await scoring.start()
    const days = await scoresOf(engine, project, 'acme', TODAY)
    expect(days.map(({ day }) => day)).toEqual([0, 1, 2, 200].map((n) => addDays(TODAY, n)))
  })

  it('freezes the scores of a project from which nothing arrives any more', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -60), 60, 4)])
    await scoring.run(project)
    const before = await scoresOf(engine, project, 'acme', TODAY)
    nowMs += 20 * DAY_MS
    await load([{ ...created('acme', '2026-01-01'), ts: nowMs }]) // an import says nothing of the snippet
    await scoring.start()
    expect(await scoresOf(engine, project, 'acme', TODAY)).toEqual(before)
    expect(await scoring.scoreNow(project, 'acme')).toEqual(before[0])
  })

  it('leaves them as they are when the accounts of a silent project are imported', async () => {
    await load([created('acme', '2026-01-01'), ...use('acme', addDays(TODAY, -60), 60, 4)])
    await scoring.run(project)
    const before = await scoresOf(engine, project, 'acme', TODAY)
    nowMs += 20 * DAY_MS
    await load([{ ...created('acme', '2026-01-01'), ts: nowMs }])
    scoring.touched(project, ['acme'])
    await nextAreScored()
    expect(await scoresOf(engine, project, 'acme', TODAY)).toEqual(before)
  })

  it('gives no score to accounts of which nothing but what they are is known', async () => {
    await load([created('acme', '2026-01-01'), ...use('other', addDays(TODAY, -40), 40, 4)])
    scoring.touched(project, ['acme'])
    await nextAreScored()
    await scoring.start()
    expect([...(await latestScores(engine, { project, upTo: TODAY })).keys()]).toEqual(['other'])
    expect(await scoring.scoreNow(project, 'acme')).toBeNull()
  })

  it('says which project there is not', async () => {
    await expect(scoring.run('none')).rejects.toThrow('project: found "none", expected the id of a project')
  })
})
