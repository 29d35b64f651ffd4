import type { Entry } from './entries'

/** What has changed, as `kind` or `kind:name`: `page`, `trait:role`, `event:Project Created`. */
export type Change = string

const SETS = {
  trait: 'traits',
  account: 'account',
  event: 'events',
  feature: 'features',
  guide: 'guides',
} as const
const FLAGS = ['device', 'language', 'health', 'identity', 'time'] as const

/** Which entries to look at again after a change, so that a change costs what depends on it and no more. */
export function indexDependents(entries: readonly Entry[]): (change: Change) => readonly Entry[] {
  const index = new Map<Change, Entry[]>()
  const add = (change: Change, entry: Entry) => {
    const list = index.get(change)
    if (list) list.push(entry)
    else index.set(change, [entry])
  }
  for (const entry of entries) {
    for (const [kind, set] of Object.entries(SETS))
      for (const name of entry.needs[set])
        add(`${kind}:${set === 'traits' || set === 'account' ? top(name) : name}`, entry)
    for (const flag of FLAGS) if (entry.needs[flag]) add(flag, entry)
    if (entry.needs.elements.size) add('element', entry)
  }
  // A page is part of every trigger; `all` is a change of user or of consent.
  return (change) => (change === 'page' || change === 'all' ? entries : (index.get(change) ?? []))
}

/** A trait may be named by a path into it. */
const top = (path: string): string => path.split('.', 1)[0] ?? path
