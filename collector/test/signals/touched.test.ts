import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineError, EngineUnavailable } from '../../src/services'
import { createTouched } from '../../src/signals/touched'

const log = pino({ level: 'silent' })
const MINUTE_MS = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What was asked to be scored, in its order; `answer` may throw. */
function watch(answer: (accounts: readonly string[]) => void = () => {}) {
  const asked: (readonly string[])[] = []
  const touched = createTouched(async (_project, accounts) => {
    asked.push(accounts)
    answer(accounts)
  }, log)
  return { touched, asked }
}

describe('accounts with new events', () => {
  it('are scored once for a burst, and no timer is left', async () => {
    const { touched, asked } = watch()
    touched.add('p', ['acme', 'globex', ''])
    touched.add('p', new Set(['acme']))
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked).toEqual([['acme', 'globex']])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are scored in lists that a query can hold, each once', async () => {
    const { touched, asked } = watch()
    const accounts = Array.from({ length: 5_000 }, (_, i) => `conta-nº-${i}`)
    touched.add('p', accounts)
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked.flat()).toEqual(accounts)
    for (const list of asked) expect(12 * Buffer.byteLength(list.join("', '"))).toBeLessThan(130_000)
  })

  it('are tried again while the engine is away, however long', async () => {
    let away = true
    const { touched, asked } = watch(() => {
      if (away) throw new EngineUnavailable('starting')
    })
    touched.add('p', ['acme'])
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked.length).toBeGreaterThan(20)
    away = false
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked.at(-1)).toEqual(['acme'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are asked for once while the engine is away, however many they are', async () => {
    const { touched, asked } = watch(() => {
      throw new EngineUnavailable('starting')
    })
    touched.add(
      'p',
      Array.from({ length: 5_000 }, (_, i) => `account-${i}`),
    )
    touched.add('q', ['acme'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toHaveLength(2)
  })

  it('are all scored when the engine is back', async () => {
    let away = true
    const { touched, asked } = watch(() => {
      if (away) throw new EngineUnavailable('starting')
    })
    const accounts = Array.from({ length: 5_000 }, (_, i) => `account-${i}`)
    touched.add('p', accounts)
    touched.add('q', ['acme'])
    await vi.advanceTimersByTimeAsync(1_000)
    away = false
    asked.length = 0
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(new Set(asked.flat())).toEqual(new Set([...accounts, 'acme']))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are tried again a few times when they are refused, and keep nobody else waiting', async () => {
    const { touched, asked } = watch((accounts) => {
      if (accounts.includes('heavy')) throw new EngineError('memory limit', 241)
    })
    touched.add('p', ['heavy'])
    touched.add('q', ['acme'])
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked.filter(([account]) => account === 'heavy')).toHaveLength(5)
    expect(asked.filter(([account]) => account === 'acme')).toHaveLength(1)
    touched.add('p', ['heavy'])
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(asked.filter(([account]) => account === 'heavy')).toHaveLength(10)
  })
})
