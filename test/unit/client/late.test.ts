// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createInertHandrail } from '../../../src/client/inert'
import { createLateHandrail } from '../../../src/client/late'
import type { Handrail } from '../../../src/handrail'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An SDK that notes what happens to it. */
function anSdk() {
  const log: string[] = []
  const note = (text: string) => void log.push(text)
  const make = (destroyed: boolean): Handrail => {
    if (destroyed) return createInertHandrail()
    note('start')
    return { ...createInertHandrail(), track: note, identify: note, destroy: () => note('destroy') }
  }
  return { log, make, replay: () => note('older') }
}

it('starts in a task of its own', () => {
  const { log, make, replay } = anSdk()
  createLateHandrail(make, replay)
  expect(log).toEqual([])
  vi.runAllTimers()
  expect(log).toEqual(['start', 'older'])
})

it('starts with the first call: what was called before the script comes first, and all of it once', () => {
  const { log, make, replay } = anSdk()
  const handrail = createLateHandrail(make, replay)
  handrail.identify('u_1')
  handrail.track('Newer')
  vi.runAllTimers()
  window.dispatchEvent(new Event('pagehide'))
  expect(log).toEqual(['start', 'older', 'u_1', 'Newer'])
})

it('starts when the page ends with calls that nobody has made yet', () => {
  const { log, make, replay } = anSdk()
  createLateHandrail(make, replay)
  window.dispatchEvent(new Event('pagehide'))
  expect(log).toEqual(['start', 'older'])
})

it('leaves a page without older calls to make as it is when that ends', () => {
  const { log, make } = anSdk()
  createLateHandrail(make)
  window.dispatchEvent(new Event('pagehide'))
  expect(log).toEqual([])
})

it('is made once, also where an older call makes another', () => {
  const { log, make } = anSdk()
  const handrail = createLateHandrail(make, () => handrail.track('Older'))
  vi.runAllTimers()
  expect(log).toEqual(['start', 'Older'])
})

it('never starts once it is destroyed, and takes every call', async () => {
  const { log, make, replay } = anSdk()
  const handrail = createLateHandrail(make, replay)
  handrail.destroy()
  handrail.track('Late')
  expect(await handrail.start('tour')).toBe('target')
  vi.runAllTimers()
  window.dispatchEvent(new Event('pagehide'))
  expect([log, vi.getTimerCount()]).toEqual([['older'], 0])
})

it('stands for every method', () => {
  const names = (of: object) => Object.keys(of).sort()
  expect(names(createLateHandrail(anSdk().make))).toEqual(names(createInertHandrail()))
})
