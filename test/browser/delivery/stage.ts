import type { BrowserContext, Page } from 'playwright-core'
import type { EventsPage } from '../../../collector/src/api-types'
import type { RunningCollector } from '../../../collector/test/start-collector'
import type { Handrail } from '../../../src/handrail'

export const EVENTS = 1000
const DEADLINE_MS = 45_000
const POLL_MS = 50

/** Polls until `check` returns something true; fails with what was awaited. */
export async function until(what: string, check: () => unknown, deadlineMs = DEADLINE_MS): Promise<void> {
  const end = Date.now() + deadlineMs
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited ${deadlineMs} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Resolves when the SDK has taken the place of the snippet. */
export const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => 'flush' in (window.handrail ?? {}))

/** Tracks events numbered from `from` in one loop, as fast as the page can. */
export const track = (
  page: Page,
  name: string,
  count = EVENTS,
  from = 0,
  label = 'Create project',
): Promise<void> =>
  page.evaluate(
    ([name, count, from, label]) => {
      const { track } = window.handrail as Handrail // ready() has seen it
      for (let n = from; n < from + count; n++) track(name, { n, plan: 'pro', label })
    },
    [name, count, from, label] as const,
  )

export const flush = (page: Page): Promise<void> => page.evaluate(() => (window.handrail as Handrail).flush())

/** As a browser does that blocks cookies: to look at the storage is an exception. */
export const blockStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
  })

/** Notes, where it outlives the page, how each POST is asked for; returns what reads it. */
export async function noteRequests(context: BrowserContext): Promise<() => Promise<string[] | undefined>> {
  await context.addInitScript(() => {
    const { fetch } = window
    window.fetch = (url, init) => {
      const how = init?.keepalive ? 'keepalive' : 'plain'
      if (init?.method === 'POST') localStorage.requests = `${localStorage.requests ?? ''}${how} `
      return fetch(url, init)
    }
  })
  return async () => {
    const { origins } = await context.storageState()
    const kept = origins.flatMap(({ localStorage }) => localStorage)
    return kept
      .find(({ name }) => name === 'requests')
      ?.value.trim()
      .split(' ')
  }
}

/** Ends the renderer at once, as the system does when memory runs out: no handler runs. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const cdp = await page.context().newCDPSession(page)
  cdp.send('Page.crash').catch(() => undefined) // it has nobody left to answer
  await crashed
}

/** Hides or shows the page. Said to the page, because a page under automation counts as visible always. */
export const show = (page: Page, visible: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    visible ? 'visible' : 'hidden',
  )

/** Numbers of the distinct events that the collector shows, and how many it counts. */
export async function arrived(collector: RunningCollector, name: string) {
  const filter = new URLSearchParams({ type: 'track', event: name })
  const { events: counted } = await ask<{ events: number }>(collector, `/api/events/count?${filter}`)
  const numbers = new Set<unknown>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const part: EventsPage = await ask(
      collector,
      `/api/events?${filter}&limit=1000${cursor && `&cursor=${cursor}`}`,
    )
    for (const { properties } of part.events) numbers.add(properties.n)
    cursor = part.next
  }
  return { distinct: numbers.size, counted }
}

async function ask<Answer>(collector: RunningCollector, path: string): Promise<Answer> {
  const response = await fetch(collector.origin + path, {
    headers: { authorization: `Bearer ${collector.apiToken}` },
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json() as Promise<Answer> // the shapes of api-types.ts
}

/** Waits until the collector shows all, then makes sure that nothing more is counted. */
export async function expectAll(collector: RunningCollector, name: string, count = EVENTS): Promise<void> {
  let seen = { distinct: 0, counted: 0 }
  let problem: unknown
  const complete = async (): Promise<boolean> => {
    try {
      seen = await arrived(collector, name)
    } catch (error) {
      problem = error // the engine may just be starting
    }
    return seen.distinct >= count && seen.counted >= count
  }
  await until(`${count} events`, complete).catch(() => undefined) // what was found says more than the time it took
  if (seen.distinct !== count || seen.counted !== count) {
    throw new Error(
      `Expected ${count} distinct events "${name}", counted once each; found ${JSON.stringify(seen)}`,
      { cause: problem },
    )
  }
}
