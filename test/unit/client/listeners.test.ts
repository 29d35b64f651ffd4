import { expect, it, vi } from 'vitest'
import { createOn } from '../../../src/client/listeners'
import { createListeners, reasonOf } from '../../../src/platform/listeners'
import type { WireEvent } from '../../../src/schema'

const anEvent = (): WireEvent => ({
  type: 'track',
  event: 'Board Made',
  userId: 'ada',
  properties: { lists: ['backlog'] },
})

it('a host that changes an event before it forwards it changes nothing for anybody else', () => {
  const events = createListeners<[WireEvent]>('event', vi.fn())
  const on = createOn({ event: events.on, guide: () => () => {} }, vi.fn())
  const heard: WireEvent[] = []
  on('event', (event) => {
    event.event = `HR ${event.event}`
    delete event.userId
    Object.assign(event.properties ?? {}, { lists: [] })
  })
  on('event', (event) => heard.push(event))
  events.on((event) => heard.push(event))
  events.emit(anEvent())
  expect(heard).toEqual([anEvent(), anEvent()])
})

it('a listener that throws what has no words costs the others nothing', () => {
  const report = vi.fn()
  const heard = vi.fn()
  const { on, emit } = createListeners('event', report)
  on(() => {
    throw Object.create(null)
  })
  on(heard)
  emit()
  expect(heard).toHaveBeenCalledOnce()
  expect(report).toHaveBeenCalledOnce()
})

it.each([
  [new Error('closed'), 'closed'],
  ['text', 'text'],
  [undefined, 'undefined'],
  [null, 'null'],
])('says %s in words', (thrown, words) => {
  expect(reasonOf(thrown)).toBe(words)
})
