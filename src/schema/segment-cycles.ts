import type { Config } from './config'
import { createProblem, type Problem, show } from './problem'
import { walkTexts } from './walk-texts'

type Segments = NonNullable<Config['segments']>

/** Segments that refer to themselves, also through others: such a condition would hold for nobody. */
export function checkSegments(segments: Segments = {}): Problem[] {
  const references = new Map(Object.entries(segments).map(([id, segment]) => [id, referredBy(segment)]))
  return [...references.keys()].flatMap((id) => {
    const way = wayTo(id, id, references, new Set())
    return way
      ? [createProblem('segment_cycle', ['segments', id], show(way.join(' → ')), 'no way back to itself')]
      : []
  })
}

/** The first way found from one segment to another, both ends included. */
function wayTo(
  goal: string,
  from: string,
  references: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): string[] | undefined {
  for (const next of references.get(from) ?? []) {
    if (next === goal) return [from, goal]
    if (seen.has(next)) continue
    seen.add(next)
    const rest = wayTo(goal, next, references, seen)
    if (rest) return [from, ...rest]
  }
  return undefined
}

function referredBy(segment: Segments[string]): string[] {
  const found: string[] = []
  walkTexts(segment, [], (name, text) => {
    if (name === 'segment') found.push(text)
  })
  return found
}
