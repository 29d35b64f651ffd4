import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { score } from '../../src/health/score'
import type { Engine } from '../../src/services'
import type { ConfigFacts } from '../../src/signals/config-facts'
import { DEFAULT_MODEL } from '../../src/signals/default-model'
import { readSignalsOf } from '../../src/signals/read'
import type { Scope } from '../../src/signals/sql/scope'
import { makeHistory, toBlock } from './history'
import { referenceSignals } from './reference'
import { startEngine } from './start-engine'

const facts: ConfigFacts = {
  features: [
    { id: 'create-project', name: 'Create a project', key: true, event: 'Project Created' },
    { id: 'make-something', name: 'Make something', key: false, event: 'Project Created' },
    { id: 'export-csv', name: 'Export', key: true, event: null },
    { id: 'never', name: 'Never', key: true, event: 'Never Happens' },
  ],
  firstValue: { event: 'Report Viewed' },
  checklists: [{ id: 'get-started', items: 4 }],
}

const scope = (asOf: string, timeZone = 'UTC'): Scope => ({
  project: 'p',
  asOf,
  timeZone,
  windowDays: 28,
  sessionGapMs: 30 * 60_000,
  facts,
})

const history = makeHistory()
const accounts = [...new Set(history.map(({ account }) => account))].sort()
let engine: Engine
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ engine, stop } = await startEngine())
  await engine.insert('events', toBlock('p', history), 'block-1')
  // Another project and another time of the same ids must not show.
  await engine.insert('events', toBlock('other', makeHistory({ seed: 2 })), 'block-2')
}, 60_000)
afterAll(() => stop())

function expectSame(found: Map<string, object>, asOf: string, timeZone: string): void {
  for (const account of accounts) {
    const own = history.filter((told) => told.account === account)
    const expected = referenceSignals(own, asOf, timeZone, facts)
    // Accounts without an event up to that day do not exist yet.
    if (expected.ageDays === 0 && !found.has(account)) continue
    const { priors: _, ...signals } = { priors: undefined, ...found.get(account) }
    expect(signals, `${account} as of ${asOf} in ${timeZone}`).toEqual(expected)
  }
}

describe('signals from events', () => {
  it.each(['2026-10-05', '2026-11-20', '2026-11-21', '2026-12-15'])(
    'agree with the definitions as of %s',
    async (asOf) => {
      expectSame(await readSignalsOf(engine, scope(asOf)), asOf, 'UTC')
    },
  )

  it.each(['America/New_York', 'Asia/Kathmandu'])('cut days in %s', async (timeZone) => {
    expectSame(await readSignalsOf(engine, scope('2026-11-20', timeZone)), '2026-11-20', timeZone)
  })

  it('are the same for one account as among all', async () => {
    const all = await readSignalsOf(engine, scope('2026-11-21'))
    const one = await readSignalsOf(engine, { ...scope('2026-11-21'), accounts: ['account-3'] })
    expect([...one]).toEqual([['account-3', all.get('account-3')]])
  })

  it('do not move when events are delivered again', async () => {
    const before = await readSignalsOf(engine, scope('2026-11-21'))
    await engine.insert(
      'events',
      toBlock(
        'p',
        history.filter((_, i) => i % 3 === 0),
        Date.parse('2026-11-22'),
      ),
      'again',
    )
    expect(await readSignalsOf(engine, scope('2026-11-21'))).toEqual(before)
  })

  it('give scores without NaN for every account and day', async () => {
    for (const asOf of ['2026-09-10', '2026-11-21']) {
      for (const signals of (await readSignalsOf(engine, scope(asOf))).values()) {
        expect(JSON.stringify(score(signals, DEFAULT_MODEL))).not.toMatch(/NaN/)
      }
    }
  })
})
