// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createInertHandrail } from '../../../src/client/inert'
import { createLateHandrail } from '../../../src/client/late'
import type { Handrail } from '../../../src/handrail'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An SDK that notes what happens to it. */
function aStart() {
  const log: string[] = []
  const start = (): Handrail => {
    log.push('start')
    const note = (text: string) => void log.push(text)
    return { ...createInertHandrail(), track: note, identify: note, destroy: () => note('destroy') }
  }
  return { log, start, replay: (started: Handrail) => started.track('older') }
}

it('starts in a task of its own', () => {
  const { log, start, replay } = aStart()
  createLateHandrail(start, replay)
  expect(log).toEqual([])
  vi.runAllTimers()
  expect(log).toEqual(['start', 'older'])
})

it('starts with the first call: what was called before the script comes first, and all of it once', () => {
  const { log, start, replay } = aStart()
  const handrail = createLateHandrail(start, replay)
  handrail.identify('u_1')
  handrail.track('Newer')
  vi.runAllTimers()
  window.dispatchEvent(new Event('pagehide'))
  expect(log).toEqual(['start', 'older', 'u_1', 'Newer'])
})

it('starts when the page ends with calls that nobody has made yet', () => {
  const { log, start, replay } = aStart()
  createLateHandrail(start, replay)
  window.dispatchEvent(new Event('pagehide'))
  expect(log).toEqual(['start', 'older'])
})

it('never starts once it is destroyed, and takes every call', async () => {
  const { log, start, replay } = aStart()
  const handrail = createLateHandrail(start, replay)
  handrail.destroy()
  handrail.track('Late')
  expect(await handrail.start('tour')).toBe('target')
  vi.runAllTimers()
  window.dispatchEvent(new Event('pagehide'))
  expect([log, vi.getTimerCount()]).toEqual([[], 0])
})

it('stands for every method', () => {
  const names = (of: object) => Object.keys(of).sort()
  expect(names(createLateHandrail(aStart().start))).toEqual(names(createInertHandrail()))
})
