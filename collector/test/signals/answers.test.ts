import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toRow } from '../../src/event-store/row'
import { createTsvLines } from '../../src/event-store/tsv-lines'
import type { Engine } from '../../src/services'
import { readSignalsOf } from '../../src/signals/read'
import type { Scope } from '../../src/signals/sql/scope'
import { type Told, toBlock } from './history'
import { startEngine } from './start-engine'

const TODAY = '2026-11-20'
const ts = Date.parse(TODAY) - 3_600_000

const scope = (project: string): Scope => ({
  project,
  asOf: TODAY,
  timeZone: 'UTC',
  windowDays: 28,
  sessionGapMs: 30 * 60_000,
  facts: { features: [], firstValue: null, checklists: [] },
})

let engine: Engine
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ engine, stop } = await startEngine())
}, 60_000)
afterAll(() => stop())

const answer = (account: string, userId: string, given: Record<string, unknown>): Told => ({
  account,
  ts,
  message: {
    type: 'track',
    messageId: `${account} ${userId}`,
    userId,
    event: 'Survey Answered',
    properties: { guide_kind: 'survey', guide_id: 'survey', submission_id: userId, ...given },
  },
})

describe('answers in signals', () => {
  it('are those that the scale of their metric has', async () => {
    const given = [
      { metric: 'csat', score: 1e9 },
      { metric: 'csat', score: 0 },
      { metric: 'csat', score: 4 },
      { metric: 'nps', score: 11 },
      { metric: 'nps', score: -1 },
      { metric: 'ces', score: 8, scale: 100 },
    ]
    await engine.insert(
      'events',
      toBlock(
        'new',
        given.map((one, i) => answer('acme', `user-${i}`, one)),
      ),
      'new',
    )
    const responses = (await readSignalsOf(engine, scope('new'))).get('acme')?.responses
    expect(responses).toEqual([{ metric: 'csat', score: 4, ageDays: 1, userId: 'user-2' }])
  })

  it('stand on five points whatever the scale of CSAT', async () => {
    const asked: [number, number][] = [
      [2, 2],
      [4, 4],
      [7, 7],
      [1, 10],
      [50.5, 100],
    ]
    const told = asked.map(([score, scale], i) =>
      answer('acme', `user-${i}`, { metric: 'csat', score, scale }),
    )
    await engine.insert('events', toBlock('scales', told), 'scales')
    const responses = (await readSignalsOf(engine, scope('scales'))).get('acme')?.responses
    expect(responses?.map(({ score }) => score)).toEqual([5, 5, 5, 1, 3])
  })

  it('are read on their own scale whatever else is called so', async () => {
    const given = [
      { answers: { scale: 2, q: 5 }, score: 5, scale: 5 },
      { answers: { scale: 9, q: 5 }, score: 5, scale: 5 },
      { answers: { scale: { scale: [4] } }, labels: { scale: 'Quite "good", {"scale":4' }, score: 5 },
      { score: 5, scale: '10' },
      { answers: { scale: 2 }, score: 4, scale: 7.5 },
      { score: 1, scale: 1 },
    ]
    const told = given.map((one, i) => answer('acme', `user-${i}`, { metric: 'csat', ...one }))
    await engine.insert('events', toBlock('called', told), 'called')
    const responses = (await readSignalsOf(engine, scope('called'))).get('acme')?.responses
    expect(responses?.map(({ score }) => score)).toEqual([5, 5, 5, 5, 1 + (3 * 4) / 6.5, 1])
  })

  it('that an older version stored beyond the scale move neither the account nor the mean of the project', async () => {
    const lines = createTsvLines(1024)
    for (let i = 0; i < 40; i++) {
      const { account, message } = answer('acme', `user-${i}`, { metric: 'csat', score: 3 })
      const { messageId } = message
      const row = toRow(
        { projectId: 'old', messageId, ts, receivedAt: ts, event: message, context: {} },
        account,
      )
      lines.add({ ...row, score: i < 5 ? 1e9 : 3 })
    }
    await engine.insert('events', lines.bytes(), 'old')
    const signals = (await readSignalsOf(engine, scope('old'))).get('acme')
    expect(signals?.responses).toHaveLength(35)
    expect(signals?.priors).toEqual({ csat: 50 })
  })
})
