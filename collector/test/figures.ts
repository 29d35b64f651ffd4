import type { EventCount } from '../src/api-types'
import type { RunningCollector } from './start-collector'

/** A figure of `/metrics`; NaN when it is not there. */
export async function readFigure({ origin }: RunningCollector, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** Distinct events of yesterday, today and tomorrow, as the API counts them. */
export async function countEvents({ origin, apiToken }: RunningCollector): Promise<number> {
  const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)
  const response = await fetch(`${origin}/api/events/count?from=${day(-1)}&to=${day(1)}`, {
    headers: { authorization: `Bearer ${apiToken}` },
  })
  const { events } = (await response.json()) as EventCount // the shape is checked by the tests of the API
  return events
}
