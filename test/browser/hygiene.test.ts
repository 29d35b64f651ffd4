import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import type { Handrail } from '../../src/handrail'
import { flush, ready, track, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

const config = {
  version: 1,
  features: [{ id: 'export', name: 'Export', on: { click: '[data-action=export]' } }],
  tours: [
    { id: 'hello', steps: [{ id: 'one', target: '[data-action=export]', title: 'Hello' }] },
    { id: 'later', when: { event: 'Never' }, steps: [{ id: 'one', as: 'modal', title: 'Later' }] },
  ],
  checklists: [{ id: 'list', title: 'List', items: [{ id: 'a', title: 'A', done: { event: 'Never' } }] }],
}

/** What the page has running, as counted by `countEverything`. */
interface Running {
  /** As target, type, listener and phase; on `window` and `document`. */
  listeners: string[]
  timers: number
  frames: number
}

const site = useSite()
beforeEach(() => site.context.addInitScript(countEverything))

/** Runs in the page before anything else: keeps count of what is added and taken away again. */
function countEverything(): void {
  const listeners = new Set<string>()
  const timers = new Set<number>()
  const frames = new Set<number>()
  const ids = new WeakMap<object, number>()
  let last = 0
  const idOf = (thing: object | null) => {
    if (!thing) return 0
    if (!ids.has(thing)) ids.set(thing, ++last)
    return ids.get(thing)
  }
  const keyOf = (target: EventTarget, type: string, listener: object | null, options: unknown) => {
    const capture = typeof options === 'object' ? (options as AddEventListenerOptions)?.capture : options
    return [idOf(target), type, idOf(listener), Boolean(capture)].join()
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype
  // The browser's driver adds listeners to the page too.
  const isOurs = () => /handrail\.js|\/chunks\//.test(new Error().stack ?? '')
  const onHost = (target: EventTarget) => target === window || target === document
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (onHost(this) && isOurs()) {
      const key = keyOf(this, type, listener, options)
      listeners.add(key)
      const { signal } = Object(options) as AddEventListenerOptions
      if (signal) addEventListener.call(signal, 'abort', () => listeners.delete(key))
    }
    addEventListener.call(this, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    listeners.delete(keyOf(this, type, listener, options))
    removeEventListener.call(this, type, listener, options)
  }
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window
  const { requestAnimationFrame, cancelAnimationFrame } = window
  const later = (run: () => void, ms?: number) => {
    const id = setTimeout(() => {
      timers.delete(id)
      run()
    }, ms)
    timers.add(id)
    return id
  }
  const every = (run: () => void, ms?: number) => {
    const id = setInterval(run, ms)
    timers.add(id)
    return id
  }
  const forget = (id?: number) => {
    if (id !== undefined) timers.delete(id)
    clearTimeout(id)
    clearInterval(id)
  }
  const frame = (run: FrameRequestCallback) => {
    const id = requestAnimationFrame((time) => {
      frames.delete(id)
      run(time)
    })
    frames.add(id)
    return id
  }
  const cancel = (id: number) => {
    frames.delete(id)
    cancelAnimationFrame(id)
  }
  const running = () => ({ listeners: [...listeners], timers: timers.size, frames: frames.size })
  Object.assign(window, {
    setTimeout: later,
    setInterval: every,
    clearTimeout: forget,
    clearInterval: forget,
    requestAnimationFrame: frame,
    cancelAnimationFrame: cancel,
    running,
  })
}

const running = (page: Page): Promise<Running> =>
  page.evaluate(() => (window as unknown as { running: () => Running }).running())
const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

async function open(): Promise<{ page: Page; before: Running & { html: string } }> {
  const page = await site.context.newPage()
  // Only the host's own page, before the SDK has run.
  await page.route('**/handrail.js', async (route) => {
    await held
    await route.continue()
  })
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.goto(site.address(config), { waitUntil: 'commit' })
  await page.locator('[data-action=export]').waitFor()
  const before = { html: await markup(page), ...(await running(page)) }
  release()
  await ready(page)
  await page.getByRole('heading', { name: 'Hello' }).waitFor()
  return { page, before }
}

it('an idle page has no timer and no frame, even while a guide is open', async () => {
  const { page } = await open()
  await track(page, 'Seen', 100)
  await flush(page)
  await until('nothing to run', async () => {
    const { timers, frames } = await running(page)
    return timers === 0 && frames === 0
  })
})

it('destroy() leaves the document, its listeners and its timers as they were', async () => {
  const { page, before } = await open()
  await track(page, 'Seen', 100)
  expect(await markup(page)).not.toBe(before.html)
  expect((await running(page)).listeners).not.toEqual([])
  const state = async () => ({ html: await markup(page), ...(await running(page)) })
  await page.evaluate(() => (window.handrail as Handrail).destroy())
  expect(await state()).toEqual(before)
  await page.locator('[data-action=export]').click()
  await page.evaluate(() => history.replaceState(null, '', location.href))
  expect(await state()).toEqual(before)
})
