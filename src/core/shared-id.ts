import { hash53 } from './hash'

/** What every tab of a browser notices, and what is to be told of once. */
const ONCE: ReadonlySet<string> = new Set(['Guide Goal Reached', 'Guide Withheld', 'Item Completed'])

/**
 * The id of an event that several tabs may tell of, the same in each, so that it counts once: a UUIDv7 with the time of
 * `anonymousId`, which is that of this browser. `undefined` for any other event.
 */
export function sharedId(
  anonymousId: string,
  event: string,
  { guide_kind, guide_id, item_id }: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!ONCE.has(event)) return undefined
  const what = hash53([event, guide_kind, guide_id, item_id].join()) % 2 ** 48
  return anonymousId.slice(0, 24) + what.toString(16).padStart(12, '0')
}
