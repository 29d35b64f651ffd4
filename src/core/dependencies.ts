import type { Condition, Target } from '../schema'
import type { Context } from './context'
import { own } from './paths'

/** What has changed, as `kind` or `kind:name`: `page`, `trait:role`, `event:Project Created`. */
export type Change = string

/** What conditions look at; when nothing of it changes, neither does their verdict. */
export interface Dependencies {
  changes: Set<Change>
  elements: Set<Target>
}

const NAMED: ReadonlySet<string> = new Set(['trait', 'account', 'event', 'feature', 'guide'])
/** Where these are asked, the verdict may change by the passing of time alone. */
const TIMED: ReadonlySet<string> = new Set(['olderThan', 'newerThan', 'within', 'adopted'])

/** The change by which dependents are found: a trait may be asked for by a path into it, or hold the dots itself. */
export const changeOf = (kind: string, name: string): Change => `${kind}:${name}`.replace(/\..*/s, '')

/** Everything that `conditions` look at, through their segments too, beside the page and who the user is. */
export function dependencies(
  conditions: readonly (Condition | undefined)[],
  segments: Context['segments'],
): Dependencies {
  const found: Dependencies = { changes: new Set(), elements: new Set() }
  const seen = new Set<unknown>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    for (const [key, value] of Object.entries(part)) {
      if (key === 'segment') visit(own(segments, value))
      else if (key === 'element') found.elements.add(value)
      else if (NAMED.has(key)) found.changes.add(changeOf(key, value))
      else if (TIMED.has(key)) found.changes.add('time')
      // What `where` asks was answered when the event happened, under a key of its own.
      else if (key !== 'where') visit(value)
    }
  }
  visit(conditions)
  return found
}
