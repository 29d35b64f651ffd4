import { beforeEach, describe, expect, it } from 'vitest'
import type { Origin } from '../../../src/events/envelope'
import { createSession, type Session, type SessionEvent } from '../../../src/events/session'
import { createWorld, type World } from './world'

const MINUTE_MS = 60_000

interface Told {
  event: SessionEvent
  properties: Record<string, unknown>
  origin: Origin
}

let world: World
let now: number
let told: Told[]
let ids: number
let who: Origin['who']

beforeEach(() => {
  world = createWorld()
  now = Date.parse('2026-11-22T10:00:00Z')
  told = []
  ids = 0
  who = { anonymousId: 'anon' }
})

/** A tab of the same browser: sessions are shared through its storage. */
const open = (): Session =>
  createSession({
    storage: world.openTab().storage,
    now: () => now,
    createId: () => `id${ids++}`,
    who: () => who,
    report: (event, properties, origin) => told.push({ event, properties, origin }),
  })
const events = (): SessionEvent[] => told.map(({ event }) => event)

describe('a session', () => {
  it('begins with the first touch and goes on across tabs and visits', () => {
    const first = open()
    first.touch()
    now += 29 * MINUTE_MS
    const second = open()
    second.touch()
    expect(second.id()).toBe(first.id())
    now += 29 * MINUTE_MS
    first.touch()
    expect(events()).toEqual(['Session Started'])
  })

  it('ends after 30 minutes without activity, as of its last activity', () => {
    const session = open()
    session.touch()
    const startedAt = now
    now += 10 * MINUTE_MS
    session.touch()
    const lastAt = now
    now += 31 * MINUTE_MS
    session.touch()
    expect(events()).toEqual(['Session Started', 'Session Ended', 'Session Started'])
    expect(told[1]?.origin).toMatchObject({ at: lastAt, sessionId: told[0]?.origin.sessionId })
    expect(told[1]?.properties.duration_ms).toBe(lastAt - startedAt)
    expect(session.id()).not.toBe(told[0]?.origin.sessionId)
  })

  it('that ended with the browser is told of at the next visit, for the user it belonged to', () => {
    who = { anonymousId: 'anon', userId: 'ada', accountId: 'acme', signature: 'hmac' }
    const session = open()
    session.touch()
    session.act()
    session.act()
    session.pause()
    now += 86_400_000
    who = { anonymousId: 'other' }
    open().touch()
    expect(events()).toEqual(['Session Started', 'Session Ended', 'Session Started'])
    expect(told[1]).toMatchObject({
      properties: { actions: 2 },
      origin: { who: { userId: 'ada', accountId: 'acme', signature: 'hmac' } },
    })
    expect(told[2]?.origin.who).toEqual({ anonymousId: 'other' })
  })

  it('is told of once, when two tabs notice its end together', () => {
    const tabs = [open(), open()]
    for (const tab of tabs) tab.touch()
    now += 31 * MINUTE_MS
    for (const tab of tabs) tab.touch()
    const endings = told.filter(({ event }) => event === 'Session Ended')
    expect(new Set(endings.map(({ origin }) => origin.messageId)).size).toBe(1)
    expect(tabs[0]?.id()).toBe(tabs[1]?.id())
  })

  it('ends when the user changes', () => {
    const session = open()
    session.touch()
    const first = session.id()
    session.end()
    session.touch()
    expect(events()).toEqual(['Session Started', 'Session Ended', 'Session Started'])
    expect(session.id()).not.toBe(first)
  })

  it('survives a clock that is set back, and damage to what was kept', () => {
    const session = open()
    session.touch()
    now -= 86_400_000
    session.touch()
    expect(events()).toEqual(['Session Started'])
    world.texts.set('session', '{"id":7}')
    open().touch()
    expect(events().at(-1)).toBe('Session Started')
  })
})

describe('active time', () => {
  const activeMs = (): unknown => told.find(({ event }) => event === 'Session Ended')?.properties.active_ms

  it('counts 30 s from each input, and nothing while hidden', () => {
    const session = open()
    session.touch()
    session.input(now)
    now += 10_000
    session.input(now)
    now += 5 * MINUTE_MS
    session.touch()
    session.input(now)
    now += 20_000
    session.pause()
    now += 10 * MINUTE_MS
    session.touch()
    session.end()
    expect(activeMs()).toBe(10_000 + 30_000 + 20_000)
  })

  it('adds up over tabs', () => {
    const [first, second] = [open(), open()]
    for (const session of [first, second]) {
      session.touch()
      session.input(now)
      now += 5000
      session.pause()
    }
    second.end()
    expect(activeMs()).toBe(10_000)
  })
})
