import type { Condition, Target } from '../schema'
import type { Context } from './context'
import { own } from './paths'

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

/** Where a key of a condition is noted; keys that are names of `Dependencies` already are noted there. */
const NOTED: Readonly<Record<string, keyof Dependencies>> = {
  trait: 'traits',
  event: 'events',
  feature: 'features',
  guide: 'guides',
  element: 'elements',
  percent: 'identity',
  olderThan: 'time',
  newerThan: 'time',
  within: 'time',
  adopted: 'time',
}
const isNoted = (key: string, found: Dependencies): key is keyof Dependencies => Object.hasOwn(found, key)

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
      const name = own(NOTED, key) ?? key
      if (key === 'segment') visit(own(segments, value))
      else if (isNoted(name, found)) note(found, name, value)
      // What `where` asks was answered when the event happened, under a key of its own.
      else if (key !== 'where') visit(value)
    }
  }
  visit(condition)
  return found
}

/** `value` is what a set takes: the text of a path, name or id, or a target, of which a text is the simplest. */
function note(found: Dependencies, name: keyof Dependencies, value: string & Target): void {
  const noted = found[name]
  if (typeof noted === 'boolean') Object.assign(found, { [name]: true })
  else noted.add(value)
}
