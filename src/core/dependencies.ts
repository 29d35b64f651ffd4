import type { Condition, Target } from '../schema'
import type { Context } from './context'
import { objectsIn } from './objects-in'

/** What conditions look at that changes all the time. Anything else changes rarely, and then everything is looked at. */
export interface Dependencies {
  /** Names of events. */
  events: ReadonlySet<string | undefined>
  elements: readonly Target[]
}

type Leaf = { event?: string; element?: Target }

/** The events and elements that `conditions` look at, through their segments too. */
export function dependencies(
  conditions: readonly (Condition | undefined)[],
  segments: Context['segments'],
): Dependencies {
  const leaves: Leaf[] = [...objectsIn(conditions, segments)]
  return {
    events: new Set(leaves.map(({ event }) => event)),
    elements: leaves.flatMap(({ element }) => (element === undefined ? [] : [element])),
  }
}
