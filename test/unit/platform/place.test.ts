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
  const request = (_name: string, { signal }: LockOptions, hold: Hold) => {
    asked.push(hold)
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
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
const refuse = () => void asked.shift()?.(null)
const settle = () => new Promise((done) => setTimeout(done, 20))

/** What another tab would hear, and says to this one. */
function anotherTab() {
  const channel = new BroadcastChannel('handrail.interruption')
  const heard: unknown[] = []
  channel.onmessage = ({ data }) => heard.push(data)
  return { heard, call: () => channel.postMessage('claimed'), close: () => channel.close() }
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

it('has what is in reserve at once, and keeps it in reserve when it is released', async () => {
  place.reserve()
  grant()
  expect(await place.claim()).toBe(true)
  place.release()
  await settle()
  expect([held, asked.length]).toEqual([1, 0])
})

it('waits for its own reserve instead of asking twice', async () => {
  place.reserve()
  const claim = place.claim()
  grant()
  expect([await claim, held, asked.length]).toEqual([true, 1, 0])
})

it.each([
  ['gives up what is in reserve when another calls', false, 0],
  ['keeps what it uses when another calls, and gives it up afterwards', true, 1],
])('%s', async (_, isUsed, heldThen) => {
  const other = anotherTab()
  place.reserve()
  grant()
  if (isUsed) await place.claim()
  other.call()
  await settle()
  expect(held).toBe(heldThen)
  place.release()
  await settle()
  expect(held).toBe(0)
  other.close()
})

it('reserves nothing when it is taken, and calls when it is claimed', async () => {
  const other = anotherTab()
  place.reserve()
  refuse()
  await settle()
  const claim = place.claim()
  await settle()
  refuse()
  await settle()
  expect(other.heard).toEqual(['claimed'])
  grant()
  expect([await claim, held]).toEqual([true, 1])
  other.close()
})

it('is refused when nobody gives it up', async () => {
  const claim = place.claim()
  refuse()
  expect([await claim, held]).toEqual([false, 0])
})

it('is in reserve for a page that is seen, and no longer', async () => {
  const show = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  place.reserve()
  grant()
  show('hidden')
  await settle()
  expect(held).toBe(0)
  place.reserve()
  expect(asked).toEqual([])
  Reflect.deleteProperty(document, 'visibilityState')
})
