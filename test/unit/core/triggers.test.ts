import { describe, expect, test } from 'vitest'
import type { Context } from '../../../src/core/context'
import {
  isTriggered,
  listening,
  newTrigger,
  type TriggerInput,
  type TriggerState,
  triggerStep,
} from '../../../src/core/triggers'
import type { GuideBase, When } from '../../../src/schema'
import { aContext, NOW } from './a-context'

/** Feeds inputs to the trigger of a guide, each at its own time and page, and keeps the state as JSON would. */
const play = (guide: Partial<GuideBase>) => {
  const whole: GuideBase = { id: 'g', ...guide }
  let state: TriggerState = newTrigger
  let context: Context = aContext()
  const self = {
    at: (change: Partial<Context>) => {
      context = { ...context, ...change }
      return self
    },
    later: (seconds: number) => self.at({ now: context.now + seconds * 1000 }),
    on: (path: string) => self.at({ path }).does({ type: 'page' }),
    does: (input: TriggerInput) => {
      state = JSON.parse(JSON.stringify(triggerStep(state, input, whole, context)))
      return self
    },
    event: (name: string, properties = {}) => self.does({ type: 'event', name, properties }),
    get fired() {
      return isTriggered(state, whole, context)
    },
    get waitsFor() {
      return listening(state, whole, context)
    },
  }
  return self
}
const when = (parts: When) => play({ when: parts })

test('without `when` it fires on the first page, once shown again only after another page', () => {
  const it = play({})
  expect(it.fired).toBe(false)
  expect(it.on('/').fired).toBe(true)
  expect(it.does({ type: 'done' }).fired).toBe(false)
  expect(it.event('Anything').fired).toBe(false)
  expect(it.on('/next').fired).toBe(true)
})

test('`code` is fired by nothing that happens', () => {
  expect(when({ code: true }).on('/').event('X').fired).toBe(false)
})

test('every part must hold, in whichever order they come', () => {
  const it = when({ page: '/projects', event: 'Made', click: '#go' }).on('/projects')
  expect(it.waitsFor).toEqual({ click: '#go' })
  expect(it.does({ type: 'click' }).fired).toBe(false)
  expect(it.waitsFor).toEqual({})
  expect(it.event('Made').fired).toBe(true)
  expect(it.waitsFor).toEqual({})
})

test('an event must satisfy `where`', () => {
  const it = when({ event: 'Made', where: { size: { gt: 5 } } }).on('/')
  expect(it.event('Made', { size: 3 }).fired).toBe(false)
  expect(it.event('Made', { size: 9 }).fired).toBe(true)
})

test('an event counts on the page it leads to, a click only on its own', () => {
  expect(when({ page: '/done', event: 'Made' }).on('/new').event('Made').on('/done').fired).toBe(true)
  const clicked = when({ page: '/a', click: '#go' }).on('/a').does({ type: 'click' })
  expect(clicked.fired).toBe(true)
  expect(clicked.on('/b').fired).toBe(false)
  expect(clicked.on('/a').fired).toBe(false)
  expect(when({ page: '/a', click: '#go' }).on('/b').does({ type: 'click' }).on('/a').fired).toBe(false)
})

test('on another page the platform listens for nothing', () => {
  expect(when({ page: '/a', event: 'Made', scrollPercent: 50 }).on('/b').waitsFor).toEqual({})
})

describe('a delay', () => {
  test('ends at a time that is known, also after the state has been stored and read', () => {
    const it = when({ page: '/a', afterSeconds: 5 }).on('/a')
    expect(it.waitsFor).toEqual({ dueAt: NOW + 5000 })
    expect(it.later(4.999).fired).toBe(false)
    expect(it.later(0.001).fired).toBe(true)
    expect(it.waitsFor).toEqual({})
  })
  test('goes on over a reload, and begins anew after another page', () => {
    const it = when({ page: '/a', afterSeconds: 5 }).on('/a').later(3).on('/a')
    expect(it.waitsFor).toEqual({ dueAt: NOW + 5000 })
    it.on('/b').on('/a')
    expect(it.waitsFor).toEqual({ dueAt: NOW + 8000 })
  })
  test('begins anew on a page that is come to in another session, after a moment that still counts', () => {
    const it = when({ event: 'Made', afterSeconds: 5 }).on('/').event('Made').later(2)
    it.at({ sessionId: 's_2' }).later(86_400).on('/')
    expect(it.fired).toBe(false)
    expect(it.waitsFor).toEqual({ dueAt: NOW + 86_407_000 })
    expect(it.later(4).on('/').later(1).fired).toBe(true)
  })
  test('begins when the other parts hold', () => {
    const it = when({ event: 'Made', afterSeconds: 5 }).on('/').later(60).event('Made')
    expect(it.waitsFor).toEqual({ dueAt: NOW + 65_000 })
  })
  test('is disarmed by `cancelOn`, until another page', () => {
    const it = play({ when: { afterSeconds: 5 }, cancelOn: { event: 'Made' } })
      .on('/a')
      .event('Made')
      .later(9)
    expect(it.fired).toBe(false)
    expect(it.on('/b').later(9).fired).toBe(true)
  })
  test('is disarmed by `cancelOn` only when `where` holds', () => {
    const it = play({
      when: { afterSeconds: 5 },
      cancelOn: { event: 'Made', where: { ok: { is: true } } },
    }).on('/a')
    expect(it.event('Made', { ok: false }).later(9).fired).toBe(true)
  })
})

test('an element that goes again disarms what waits for it', () => {
  const it = when({ element: '#x' }).on('/').does({ type: 'element' })
  expect(it.fired).toBe(true)
  expect(it.does({ type: 'elementGone' }).fired).toBe(false)
  expect(it.waitsFor).toEqual({ element: '#x' })
})

test.each<['exitIntent' | 'scrollPercent' | 'idleSeconds', When]>([
  ['exitIntent', { exitIntent: true }],
  ['scrollPercent', { scrollPercent: 0 }],
  ['idleSeconds', { idleSeconds: 30 }],
])('%s fires once for each time it happens', (type, parts) => {
  const it = when(parts).on('/')
  expect(it.fired).toBe(false)
  expect(it.waitsFor).toEqual(parts)
  expect(it.does({ type }).fired).toBe(true)
  expect(it.does({ type: 'done' }).fired).toBe(false)
  expect(it.does({ type }).fired).toBe(true)
})

test('a moment of the time on the screen counts after it, a page alone does not', () => {
  const page = play({}).on('/').does({ type: 'done' }).on('/next').does({ type: 'ended' })
  expect(page.fired).toBe(false)
  expect(page.on('/third').fired).toBe(true)
  const event = when({ event: 'Made' }).on('/').event('Made').does({ type: 'done' })
  expect(event.event('Made').on('/next').does({ type: 'ended' }).fired).toBe(true)
  expect(event.does({ type: 'done' }).does({ type: 'ended' }).fired).toBe(false)
})

test('of a guide that failed it waits for another page, whatever happens on this one', () => {
  const it = play({ when: { event: 'Made' }, cancelOn: { event: 'Off' } }).on('/')
  expect(it.event('Made').fired).toBe(true)
  expect(it.does({ type: 'failed' }).event('Made').event('Off').event('Made').fired).toBe(false)
  expect(it.on('/next').fired).toBe(false)
  expect(it.event('Made').fired).toBe(true)
})

test('a state that did not change is the same object, so that nothing is stored', () => {
  const guide: GuideBase = { id: 'g', when: { page: '/elsewhere', click: '#x' } }
  expect(triggerStep(newTrigger, { type: 'page' }, guide, aContext())).toBe(newTrigger)
})
