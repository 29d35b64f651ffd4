import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDelivery, type Delivery } from '../../../src/transport/delivery'
import type { Load, Outcome } from '../../../src/transport/send'
import { createWorld, entry, type Tab } from '../events/world'

const DELIVERED: Outcome = { kind: 'delivered', retry: new Set(), rejected: new Map() }
const LATER: Outcome = { kind: 'later', afterMs: 0 }

interface Attempt extends Load {
  leaving: boolean
  atMs: number
}
const sizeOf = ({ messages, context }: Load): number => Buffer.byteLength(context + messages.join())

let tab: Tab
let attempts: Attempt[]
let problems: string[]
let room: number
let answer: (attempt: Attempt) => Outcome | Promise<Outcome>
let delivery: Delivery
let show: (visible: boolean) => void
let goOnline: () => void
let focus: () => void

beforeEach(() => {
  vi.useFakeTimers()
  tab = createWorld().openTab()
  attempts = []
  problems = []
  room = 60_000
  answer = () => DELIVERED
  const startedMs = Date.now()
  delivery = createDelivery({
    outbox: tab.queue,
    async send(load, leaving) {
      const attempt = { ...load, leaving, atMs: Date.now() - startedMs }
      attempts.push(attempt)
      room -= sizeOf(load)
      return answer(attempt)
    },
    room: () => room,
    signals: {
      onVisibility(heard) {
        show = heard
        return () => {}
      },
      onPageHide: () => () => {},
      onOnline(heard) {
        goOnline = heard
        return () => {}
      },
      onFocus(heard) {
        focus = heard
        return () => {}
      },
    },
    random: () => 0.5,
    report: (problem) => problems.push(problem),
  })
})
afterEach(() => {
  delivery.destroy()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

const add = (count: number, prefix = 'e', size = 0, options = {}): void =>
  tab.queue.add(Array.from({ length: count }, (_, index) => entry(`${prefix}${index}`, { size, ...options })))
const sizes = (): number[] => attempts.map(({ messages }) => messages.length)
const sent = (): string[] =>
  attempts.flatMap(({ messages }) => messages.map((json) => JSON.parse(json).messageId))
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('when', () => {
  it('gathers for 2 s, and rests without a timer afterwards', async () => {
    add(3)
    await pass(1999)
    expect(attempts).toHaveLength(0)
    await pass(1)
    expect(sizes()).toEqual([3])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('sends 50 ms after 50 wait, with what has come in the same burst', async () => {
    add(50)
    await pass(49)
    add(10, 'f')
    expect(attempts).toHaveLength(0)
    await pass(1)
    expect(sizes()).toEqual([60])
  })

  it('sends as soon when 200 KB wait, and not more than that in one request', async () => {
    add(9, 'e', 30_000)
    await pass(50)
    expect(sizes()[0]).toBe(6)
  })

  it('has one request on its way at a time', async () => {
    let arrive = (): void => {}
    answer = () => new Promise((resolve) => (arrive = () => resolve(DELIVERED)))
    add(60)
    await pass(50)
    add(60, 'f')
    await pass(5000)
    expect(attempts).toHaveLength(1)
    arrive()
    await pass(50)
    expect(sizes()).toEqual([60, 60])
    arrive()
    await pass(0)
  })

  it('flush sends what waits, and resolves when it was answered', async () => {
    add(3)
    await delivery.flush()
    expect(sent()).toEqual(['e0', 'e1', 'e2'])
  })
})

describe('after a failure', () => {
  it('waits twice as long each time, by half with this random, and sends the same ids', async () => {
    answer = () => (attempts.length < 5 ? LATER : DELIVERED)
    add(50)
    await pass(60_000)
    expect(attempts.map(({ atMs }) => atMs)).toEqual([50, 550, 1550, 3550, 7550])
    expect(new Set(sent()).size).toBe(50)
  })

  it('waits at least as long as the collector asks, stops every batch, and counts no attempt', async () => {
    answer = () => (attempts.length < 3 ? { kind: 'later', afterMs: 10_000 } : DELIVERED)
    add(60)
    await pass(0)
    show(false)
    show(true)
    goOnline()
    await delivery.flush()
    expect(attempts).toHaveLength(1)
    await pass(60_000)
    expect(attempts.map(({ atMs }) => atMs)).toEqual([0, 10_500, 21_000])
  })

  it.each([
    ['the network comes back', () => goOnline()],
    ['the user comes back to the window', () => focus()],
  ])('tries at once when %s', async (_moment, happen) => {
    answer = () => LATER
    add(50)
    await pass(50)
    answer = () => DELIVERED
    happen()
    await pass(0)
    expect(attempts).toHaveLength(2)
  })

  it('stops asking after half an hour of failures, until something new happens', async () => {
    answer = () => LATER
    add(50)
    await pass(3 * 3_600_000)
    expect(attempts).toHaveLength(13)
    expect(vi.getTimerCount()).toBe(0)
    answer = () => DELIVERED
    add(1, 'new')
    await pass(300_000)
    expect(attempts).toHaveLength(14)
  })

  it('sends again only what the collector has not taken', async () => {
    answer = () =>
      attempts.length === 1
        ? { kind: 'delivered', retry: new Set(['e3']), rejected: new Map([['e4', 'no userId']]) }
        : DELIVERED
    add(50)
    await pass(1000)
    expect(sent().slice(50)).toEqual(['e3'])
    expect(problems).toEqual(['Event e4 was rejected by the collector: no userId'])
  })

  it('halves what is too large, down to the one that never fits', async () => {
    answer = ({ messages }) =>
      messages.some((json) => json.includes('"e5"')) ? { kind: 'too large' } : DELIVERED
    add(10)
    await delivery.flush()
    expect(new Set(sent())).toEqual(new Set(Array.from({ length: 10 }, (_, index) => `e${index}`)))
    expect(tab.queue.waiting).toBe(0)
    expect(problems).toHaveLength(1)
    const reports = attempts.map(({ context }) => JSON.parse(context).handrail?.dropped)
    expect(reports.filter((dropped) => dropped !== undefined)).toEqual([1])
  })

  it('sends whole batches again when the one that never fits is gone', async () => {
    answer = ({ messages }) =>
      messages.some((json) => json.includes('"e5"')) ? { kind: 'too large' } : DELIVERED
    add(10)
    await delivery.flush()
    add(60, 'later')
    await delivery.flush()
    expect(sizes().at(-1)).toBe(60)
  })

  it('drops what is refused for good, with one word about it', async () => {
    answer = () => ({ kind: 'refused', why: 'https://x answered 401: unknown write key' })
    add(3)
    await delivery.flush()
    expect(tab.queue.waiting).toBe(0)
    expect(problems).toEqual(['3 events were refused and dropped. https://x answered 401: unknown write key'])
  })
})

describe('when the page is left', () => {
  it.each([
    ['Latin', { text: 'x' }],
    ['Persian', { text: 'س' }],
    ['Chinese', { text: '您' }],
    ['emoji', { text: '😀' }],
    ['a long context', { context: `{"title":"${'您'.repeat(1000)}"}` }],
  ])('sends small pieces that fill the room there is, and keeps the rest: %s', async (_what, options) => {
    answer = () => new Promise(() => {})
    add(500, 'e', 300, options)
    show(false)
    await pass(0)
    expect(attempts.every(({ leaving }) => leaving)).toBe(true)
    expect(Math.max(...attempts.map(sizeOf))).toBeLessThanOrEqual(15_200)
    expect(room).toBeGreaterThan(0)
    expect(room).toBeLessThan(5000)
    expect(tab.queue.waiting).toBeGreaterThan(0)
  })

  it('counts the context of each message where that is not the one of the first', async () => {
    answer = () => new Promise(() => {})
    for (let page = 0; page < 100; page++)
      add(1, `e${page}-`, 0, { context: `{"page":${page},"title":"${'您'.repeat(300)}"}` })
    show(false)
    await pass(0)
    expect(room).toBeGreaterThan(0)
    expect(tab.queue.waiting).toBeGreaterThan(0)
  })

  it('sends a large event alone, and none that is larger than the room there is', async () => {
    answer = () => new Promise(() => {})
    add(3, 'e', 25_000)
    show(false)
    await pass(0)
    expect(sizes()).toEqual([1, 1])
    expect(tab.queue.waiting).toBe(1)
  })

  it('sends no second copy when it becomes visible again', async () => {
    let arrive = (): void => {}
    answer = () => new Promise((resolve) => (arrive = () => resolve(DELIVERED)))
    add(5)
    show(false)
    show(true)
    show(false)
    await pass(10_000)
    expect(sent()).toHaveLength(5)
    arrive()
    await pass(10_000)
    expect(sent()).toHaveLength(5)
    expect(tab.queue.waiting).toBe(0)
  })

  it('keeps what did not arrive', async () => {
    answer = ({ leaving }) => (leaving ? LATER : DELIVERED)
    add(5)
    show(false)
    await pass(0)
    expect(tab.queue.waiting).toBe(5)
    show(true)
    await pass(0)
    expect(tab.queue.waiting).toBe(0)
  })
})
