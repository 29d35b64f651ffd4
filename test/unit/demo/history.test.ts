import { describe, expect, it } from 'vitest'
import { createAccounts } from '../../../demo/seed/accounts'
import { DAY_MS, weekday } from '../../../demo/seed/calendar'
import { history } from '../../../demo/seed/history'
import type { Message } from '../../../demo/seed/message'
import { PATTERNS, type PatternId } from '../../../demo/seed/patterns'
import { wireEvent } from '../../../src/schema'

const asOf = Date.UTC(2026, 10, 22)
const options = { seed: 'test', asOf, accounts: 50 }
const messages = [...history(options)]
const at = (message: Message) => Date.parse(message.timestamp)
const named = (event: string) => messages.filter((message) => message.event === event)

function accountsOf(pattern: PatternId) {
  return createAccounts(options).filter((account) => account.pattern.id === pattern)
}

function messagesOf(accountId: string): Message[] {
  return messages.filter(({ context }) => context?.groupId === accountId)
}

describe('a seeded history', () => {
  it('is the same every time it is made', () => {
    expect([...history({ ...options, accounts: 4 })]).toEqual([...history({ ...options, accounts: 4 })])
  })

  it('is another one for another seed', () => {
    const [first] = history({ ...options, seed: 'other' })
    expect(first?.messageId).not.toBe(messages[0]?.messageId)
  })

  it('can be made in adjoining spans, so that it can be topped up', () => {
    const cut = asOf - 7.4 * DAY_MS
    const parts = [...history({ ...options, until: cut }), ...history({ ...options, from: cut })]
    expect(parts.map(({ messageId }) => messageId).sort()).toEqual(
      messages.map(({ messageId }) => messageId).sort(),
    )
  })

  it('goes on after the day it was made for', () => {
    const later = [...history({ ...options, from: asOf, until: asOf + 3 * DAY_MS })]
    expect(later.length).toBeGreaterThan(500)
    expect(later.every((message) => at(message) >= asOf)).toBe(true)
  })

  it('holds only messages that the wire allows, each with an id of its own', () => {
    const refused = messages.filter((message) => !wireEvent.safeParse(message).success)
    expect(refused).toEqual([])
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length)
    const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(messages.filter(({ messageId }) => !uuid7.test(messageId))).toEqual([])
  })

  it('puts the time of each message into its id', () => {
    for (const message of messages.slice(0, 200)) {
      const inId = Number.parseInt(message.messageId.replace('-', '').slice(0, 12), 16)
      expect(inId).toBe(at(message))
    }
  })
})

describe('what came before it', () => {
  it('is the first value of each account that is older, soon after it was created', () => {
    const begin = asOf - 60 * DAY_MS
    const older = createAccounts(options).filter(({ createdAt }) => createdAt < begin)
    const before = messages.filter((message) => at(message) < begin)
    expect(before.map(({ event }) => event)).toEqual(older.map(() => 'Task Completed'))
    const created = new Map(older.map(({ id, createdAt }) => [id, createdAt]))
    for (const message of before) {
      const days = (at(message) - (created.get(String(message.context?.groupId)) ?? 0)) / DAY_MS
      expect(days).toBeGreaterThan(0)
      expect(days).toBeLessThan(41)
    }
  })
})

describe('the people in it', () => {
  it('work on weekdays and rarely at weekends, unless their trade is open all week', () => {
    const office = new Set(
      createAccounts(options)
        .filter((account) => !account.openAllWeek)
        .map(({ id }) => id),
    )
    const started = named('Session Started').filter(({ context }) => office.has(String(context?.groupId)))
    const weekend = started.filter((message) => weekday(at(message)) >= 5).length
    expect(weekend / started.length).toBeGreaterThan(0)
    expect(weekend / started.length).toBeLessThan(0.08)
  })

  it('end every session they start, after the time that the event says', () => {
    const starts = new Map(named('Session Started').map((m) => [m.properties?.session_id, at(m)]))
    const ended = named('Session Ended').filter((m) => starts.has(m.properties?.session_id))
    expect(ended.length).toBeGreaterThan(starts.size * 0.99)
    for (const end of ended) {
      expect(at(end) - (starts.get(end.properties?.session_id) ?? 0)).toBe(end.properties?.duration_ms)
    }
  })

  it('use a feature whenever they do what it stands for', () => {
    const deeds = named('Task Moved').length
    const used = named('Feature Used').filter((m) => m.properties?.feature_id === 'move-task').length
    expect(used).toBe(deeds)
    expect(used).toBeGreaterThan(100)
  })
})

describe('the patterns', () => {
  it('make up 200 accounts in the shares of the table', () => {
    expect(PATTERNS.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(200)
    const counts = new Map(
      PATTERNS.map(({ id }) => [
        id,
        createAccounts({ seed: 's', asOf }).filter((a) => a.pattern.id === id).length,
      ]),
    )
    expect(PATTERNS.filter(({ id, accounts }) => counts.get(id) !== accounts)).toEqual([])
  })

  it('let silent accounts say nothing for at least 14 days', () => {
    const silent = accountsOf('silent')
    expect(silent.length).toBeGreaterThan(0)
    for (const { id } of silent) {
      const last = Math.max(...messagesOf(id).map(at))
      expect(last).toBeLessThan(asOf - 14 * DAY_MS)
    }
  })

  it('let fading accounts do much less than four weeks earlier', () => {
    const fading = new Set(accountsOf('fading').map(({ id }) => id))
    const sessions = named('Session Started').filter(({ context }) => fading.has(String(context?.groupId)))
    const recent = sessions.filter((message) => at(message) >= asOf - 21 * DAY_MS).length
    const before = sessions.filter((message) => at(message) < asOf - 39 * DAY_MS).length
    expect(before).toBeGreaterThan(50)
    expect(recent / before).toBeLessThan(0.6)
  })

  it('leave stalled trials below half of their checklist', () => {
    const stalled = accountsOf('stalled')
    expect(stalled.length).toBeGreaterThan(0)
    for (const { id } of stalled) {
      const items = messagesOf(id).filter(({ event }) => event === 'Item Completed')
      expect(items.length).toBeLessThanOrEqual(1)
    }
  })

  it('take the champion away where the champion left', () => {
    for (const account of accountsOf('champion-left')) {
      const champion = account.people[0]
      const seen = messages.filter(({ userId }) => userId === champion?.id)
      expect(seen.length).toBeGreaterThan(20)
      expect(Math.max(...seen.map(at))).toBeLessThan(asOf - 26 * DAY_MS)
    }
  })
})
