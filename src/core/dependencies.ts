import type { Condition, Target } from '../schema'
import type { Context } from './context'
import { own } from './paths'

/** What conditions look at that changes all the time. Anything else changes rarely, and then everything is looked at. */
export interface Dependencies {
  /** Names of events. */
  events: Set<string>
  elements: Set<Target>
}

/** The events and elements that `conditions` look at, through their segments too. */
export function dependencies(
  conditions: readonly (Condition | undefined)[],
  segments: Context['segments'],
): Dependencies {
  const found: Dependencies = { events: new Set(), elements: new Set() }
  const seen = new Set<unknown>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    for (const [key, value] of Object.entries(part)) {
      if (key === 'segment') visit(own(segments, value))
      else if (key === 'element') found.elements.add(value)
      else if (key === 'event') found.events.add(value)
      // What `where` asks was answered when the event happened, under a key of its own.
      else if (key !== 'where') visit(value)
    }
  }
  visit(conditions)
  return found
}
