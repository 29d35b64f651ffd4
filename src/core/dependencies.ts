import type { Condition, Target } from '../schema'
import type { Context } from './context'

/** What a condition looks at; when nothing of it changes, neither does its verdict. */
export interface Dependencies {
  /** Paths of traits of the user, and of the account. */
  traits: Set<string>
  account: Set<string>
  /** Names of events; ids of features and guides. */
  events: Set<string>
  features: Set<string>
  guides: Set<string>
  elements: Set<Target>
  page: boolean
  device: boolean
  language: boolean
  health: boolean
  /** It may change by the passing of time alone. */
  time: boolean
  /** It depends on who the user is, beyond traits: `percent`. */
  identity: boolean
}

export const noDependencies = (): Dependencies => ({
  traits: new Set(),
  account: new Set(),
  events: new Set(),
  features: new Set(),
  guides: new Set(),
  elements: new Set(),
  page: false,
  device: false,
  language: false,
  health: false,
  time: false,
  identity: false,
})

const SETS = {
  trait: 'traits',
  account: 'account',
  event: 'events',
  feature: 'features',
  guide: 'guides',
} as const
const FLAGS = {
  page: 'page',
  device: 'device',
  language: 'language',
  health: 'health',
  percent: 'identity',
  olderThan: 'time',
  newerThan: 'time',
  within: 'time',
  adopted: 'time',
} as const

/** Everything `condition` looks at, through its segments too, added to `found`. */
export function dependencies(
  condition: Condition | undefined,
  segments: Context['segments'],
  found: Dependencies = noDependencies(),
): Dependencies {
  const seen = new Set<unknown>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    for (const [key, value] of Object.entries(part)) {
      if (Object.hasOwn(SETS, key)) {
        // The two casts repeat what `hasOwn` has just said.
        if (typeof value === 'string') found[SETS[key as keyof typeof SETS]].add(value)
      } else if (key === 'element') found.elements.add(value)
      else if (key === 'segment') visit(Object.hasOwn(segments, value) ? segments[value] : undefined)
      else if (Object.hasOwn(FLAGS, key)) found[FLAGS[key as keyof typeof FLAGS]] = true
      // What `where` asks was answered when the event happened, under a key of its own.
      else if (key !== 'where') visit(value)
    }
  }
  visit(condition)
  return found
}
