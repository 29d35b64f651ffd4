import { expect } from 'vitest'
import type { EventCount, EventRow, EventsPage } from '../../src/api-types'
import type { RunningCollector } from '../start-collector'

const deadlineMs = 45_000
const pollMs = 50

/** Which of the collector's events are meant. */
export interface Chosen {
  type?: string
  event?: string
  user?: string
}

export interface Stored {
  /** As `GET /api/events` lists them. */
  events: EventRow[]
  /** As `GET /api/events/count` counts them. */
  counted: number
}

/** What the collector has, asked for in two ways: listed and counted. */
async function readStored(collector: RunningCollector, chosen: Chosen): Promise<Stored> {
  const query = new URLSearchParams({ ...chosen })
  const { events: counted } = await ask<EventCount>(collector, `/api/events/count?${query}`)
  const events: EventRow[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: EventsPage = await ask(
      collector,
      `/api/events?${query}&limit=1000${cursor && `&cursor=${cursor}`}`,
    )
    events.push(...page.events)
    cursor = page.next
  }
  return { events, counted }
}

/** Polls until the collector counts `count` of them, or the deadline has passed; returns what it then has. */
export async function waitForStored(
  collector: RunningCollector,
  chosen: Chosen,
  count: number,
): Promise<Stored> {
  const end = Date.now() + deadlineMs
  for (;;) {
    const stored = await readStored(collector, chosen)
    if (stored.counted >= count || Date.now() > end) return stored
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

async function ask<Answer>({ origin, apiToken }: RunningCollector, path: string): Promise<Answer> {
  const response = await fetch(origin + path, { headers: { authorization: `Bearer ${apiToken}` } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json() as Promise<Answer> // the shapes of api-types.ts
}

/** Each of `count` events, numbered by their property `n`, is there, and is counted once. */
export async function expectAllOnce(
  collector: RunningCollector,
  event: string,
  count: number,
): Promise<void> {
  const { events, counted } = await waitForStored(collector, { type: 'track', event }, count)
  const ids = new Set(events.map(({ messageId }) => messageId))
  const numbers = new Set(events.map(({ properties }) => properties.n))
  expect({ counted, ids: ids.size, numbers: numbers.size }).toEqual({
    counted: count,
    ids: count,
    numbers: count,
  })
}
