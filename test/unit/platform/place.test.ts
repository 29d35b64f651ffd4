// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPlace, type Place } from '../../../src/platform/place'

type Hold = (lock: object | null) => Promise<void> | undefined

/** Locks whose answers are given here: the holders that wait for one, and who was granted it until when. */
let asked: Hold[] = []
let held = 0
let place: Place

beforeEach(() => {
  asked = []
  held = 0
  const request = (_name: string, _options: object, hold: Hold) => {
    asked.push(hold)
    return new Promise(() => {})
  }
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
  place = createPlace()
})
afterEach(() => {
  place.destroy()
  Reflect.deleteProperty(navigator, 'locks')
})

function grant(): void {
  const kept = asked.shift()?.({})
  if (!kept) return
  held++
  void kept.then(() => held--)
}

it('keeps what it was granted until it is released', async () => {
  const claim = place.claim()
  grant()
  expect([await claim, held]).toEqual([true, 1])
  place.release()
  await Promise.resolve()
  expect(held).toBe(0)
})

it('gives back at once what is granted after it was released', async () => {
  const claim = place.claim()
  place.release()
  grant()
  expect([await claim, held]).toEqual([false, 0])
})

it('asks once, also when it is released and claimed again before the answer', async () => {
  const claims = [place.claim()]
  place.release()
  claims.push(place.claim())
  expect(asked).toHaveLength(1)
  grant()
  expect([...(await Promise.all(claims)), held]).toEqual([true, true, 1])
})
