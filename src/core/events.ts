import type { Condition, Config, Where } from '../schema'
import { stableJson } from './hash'
import { objectsIn } from './objects-in'
import { compare } from './operators'
import { readPath } from './paths'

/** An event that some condition asks about, perhaps only those whose properties satisfy `where`. */
export interface WhereRule {
  event: string
  where: Where | undefined
  /** Under which it is kept in `History.events`. */
  key: string
}

/** Key in `History.events`: the event name, and the condition on its properties when there is one. */
export const whereKey = (event: string, where: Where | undefined): string =>
  where === undefined ? event : `${event}\n${stableJson(where)}`

/** Whether the properties of an event satisfy `where`; true without one. `now` in ms since the epoch. */
export const eventMatches = (
  where: Where | undefined,
  properties: Readonly<Record<string, unknown>>,
  now: number,
): boolean =>
  where === undefined ||
  Object.keys(where).every((path) => {
    const operators = where[path]
    return operators !== undefined && compare(readPath(properties, path), operators, now)
  })

/** Everything the conditions of a config ask about events, each once; `recordEvent` keeps these apart. */
export function collectWhereKeys(config: Config): WhereRule[] {
  const leaves = [...objectsIn(config)].filter(isEventLeaf)
  const rules = leaves.map(({ event, where }) => ({ event, where, key: whereKey(event, where) }))
  return [...new Map(rules.map((rule) => [rule.key, rule])).values()]
}

type EventLeaf = Extract<Condition, { event: string }>
const isEventLeaf = (part: object): part is EventLeaf => 'event' in part && typeof part.event === 'string'
