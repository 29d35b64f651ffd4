import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Services } from '../../src/services'
import { createDaily } from '../../src/signals/daily'

const MINUTE_MS = 60_000

let daily: ReturnType<typeof createDaily>
let tries: string[]
let isBroken: (project: string) => boolean

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') })
  tries = []
  isBroken = () => false
  const projects = ['first', 'second', 'third'].map((id) => ({ id, timeZone: 'UTC' }))
  const control = { projects: { list: async () => projects } } as unknown as Services['control'] // all it reads
  daily = createDaily({ control, now: Date.now, log: pino({ level: 'silent' }) }, async (project) => {
    tries.push(project)
    if (isBroken(project)) throw new Error('cannot be scored')
  })
})
afterEach(() => {
  daily.stop()
  vi.useRealTimers()
})

it('scores every project once a day', async () => {
  await daily.start()
  await vi.advanceTimersByTimeAsync(13 * 60 * MINUTE_MS)
  expect(tries).toEqual(['first', 'second', 'third'])
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect(tries).toHaveLength(6)
})

it('scores the others when one cannot be, and tries that one again, less and less often', async () => {
  isBroken = (project) => project === 'first'
  await daily.start()
  expect(tries).toEqual(['first', 'second', 'third'])
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect(new Set(tries.slice(3))).toEqual(new Set(['first']))
  expect(tries.length).toBeLessThan(20)
  isBroken = () => false
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  const tried = tries.length
  await vi.advanceTimersByTimeAsync(5 * 60 * MINUTE_MS)
  expect(tries).toHaveLength(tried)
})

it('tries one again soon, however long another has been broken', async () => {
  isBroken = (project) => project === 'first'
  await daily.start()
  await vi.advanceTimersByTimeAsync(13.5 * 60 * MINUTE_MS)
  tries = []
  isBroken = (project) => project === 'first' || (project === 'second' && tries.length < 3)
  await vi.advanceTimersByTimeAsync(31 * MINUTE_MS) // past midnight
  expect(tries.filter((project) => project === 'second')).toHaveLength(2)
})
