import { createProblem, type Problem, show } from './problem'
import { walkTexts } from './walk-texts'

/** Steps, items, questions, choices and entries of the hub that have the id of another in the same list. */
export function checkUniqueIds(part: unknown, at: (string | number)[]): Problem[] {
  const problems: Problem[] = []
  const taken = new Set<string>()
  walkTexts(part, at, (name, id, path) => {
    // Elsewhere `id` is a language: a text in Indonesian.
    if (name !== 'id' || typeof path.at(-2) !== 'number') return
    const entry = `${path.slice(0, -2)} ${id}`
    if (taken.has(entry)) problems.push(duplicateId(path, id))
    taken.add(entry)
  })
  return problems
}

export const duplicateId = (path: (string | number)[], id: string): Problem =>
  createProblem('duplicate_id', path, show(id), `an id that no other of the ${path.at(-3)} has`)
