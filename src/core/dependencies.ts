import type { Condition, Target } from '../schema'
import type { Context } from './context'
import { objectsIn } from './objects-in'

const NAMED = ['trait', 'account', 'event', 'feature', 'guide'] as const
type Named = (typeof NAMED)[number]

/** What has changed, as `kind:name`: `trait:role`, `event:Project Created`. */
export type Change = `${Named}:${string}`

/** What conditions look at by its name. When nothing of it has changed, only page, user and time can change their verdict. */
export interface Dependencies {
  changes: ReadonlySet<Change>
  elements: readonly Target[]
}

type Leaf = { [Kind in Named]?: string } & { element?: Target }

/** The change by which dependents are found: a trait may be asked for by a path into it, or hold the dots itself. */
export const changeOf = (kind: Named, name: string): Change => `${kind}:${`${name}`.replace(/\..*/s, '')}`

/** What `conditions` look at, through their segments too. */
export function dependencies(
  conditions: readonly (Condition | undefined)[],
  segments: Context['segments'],
): Dependencies {
  const leaves: Leaf[] = [...objectsIn(conditions, segments)]
  const changesOf = (leaf: Leaf) =>
    NAMED.flatMap((kind) => (leaf[kind] === undefined ? [] : [changeOf(kind, leaf[kind])]))
  return {
    changes: new Set(leaves.flatMap(changesOf)),
    elements: leaves.flatMap(({ element }) => (element === undefined ? [] : [element])),
  }
}
