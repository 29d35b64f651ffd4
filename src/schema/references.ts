import type { Config } from './config'
import { createProblem, type Problem, show } from './problem'

type Json = Record<string, unknown>
type Path = (string | number)[]

/** Every id a reference may name, by what kind of thing it is. Ids of broken guides count: a guide must not fail for another. */
interface Known {
  segment: Set<string>
  feature: Set<string>
  guide: Set<string>
  tours: Set<string>
  checklists: Set<string>
  announcements: Set<string>
  surveys: Set<string>
}

const GUIDE_LISTS = ['tours', 'checklists', 'surveys', 'announcements', 'hints'] as const

const idsOf = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.flatMap((entry) => (isObject(entry) && typeof entry.id === 'string' ? [entry.id] : []))
    : []
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function knownIds(config: Json): Known {
  const lists = Object.fromEntries(GUIDE_LISTS.map((key) => [key, new Set(idsOf(config[key]))]))
  return {
    segment: new Set(isObject(config.segments) ? Object.keys(config.segments) : []),
    feature: new Set(idsOf(config.features)),
    guide: new Set(GUIDE_LISTS.flatMap((key) => idsOf(config[key]))),
    ...(lists as Pick<Known, 'tours' | 'checklists' | 'announcements' | 'surveys'>), // keyed by GUIDE_LISTS
  }
}

/** References of one guide, segment or other part that name nothing. `local` holds ids inside it: steps, items, questions. */
export function checkReferences(part: unknown, at: Path, known: Known): Problem[] {
  const problems: Problem[] = []
  const local = isObject(part)
    ? {
        goto: new Set([...idsOf(part.steps), ...idsOf(part.questions), 'end']),
        after: new Set(idsOf(part.items)),
        answer: new Set(idsOf(part.questions)),
      }
    : undefined
  const expect = (ids: Set<string> | undefined, value: unknown, path: Path, what: string) => {
    if (typeof value === 'string' && ids && !ids.has(value))
      problems.push(createProblem('dangling_reference', path, show(value), `the id of ${what}`))
  }
  walk(part, at, (key, value, path) => {
    if (key === 'segment') expect(known.segment, value, path, 'a segment')
    else if (key === 'feature') expect(known.feature, value, path, 'a feature')
    else if (key === 'guide' || key === 'start') expect(known.guide, value, path, 'a guide')
    else if (key === 'answer') expect(local?.answer, value, path, 'a question of this survey')
    // Elsewhere `to` is a language: a text in Tongan.
    else if (key === 'goto' || (key === 'to' && path.at(-3) === 'goto'))
      expect(local?.goto, value, path, 'a step or question of this guide')
    else if (key === 'after' && Array.isArray(value))
      for (const [i, entry] of value.entries())
        expect(local?.after, entry, [...path, i], 'an item of this checklist')
  })
  return problems
}

/** References of the hub, which names guides by kind. */
export function checkHub(hub: Config['hub'], known: Known): Problem[] {
  if (!hub) return []
  const lists = (['tours', 'checklists', 'announcements'] as const).flatMap((key) =>
    (hub[key] ?? []).flatMap((id, i) =>
      known[key].has(id)
        ? []
        : [createProblem('dangling_reference', ['hub', key, i], show(id), `the id of one of the ${key}`)],
    ),
  )
  if (hub.feedback === undefined || known.surveys.has(hub.feedback)) return lists
  return [
    ...lists,
    createProblem('dangling_reference', ['hub', 'feedback'], show(hub.feedback), 'the id of a survey'),
  ]
}

/** Free-form values that may hold any key. */
const OPAQUE = new Set(['with', 'properties', 'where', 'strings'])

/** Visits every key of a part of a config, from the outside in. */
export function walk(
  value: unknown,
  path: Path,
  visit: (key: string, value: unknown, path: Path) => void,
): void {
  if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) walk(entry, [...path, i], visit)
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      visit(key, entry, [...path, key])
      if (!OPAQUE.has(key)) walk(entry, [...path, key], visit)
    }
  }
}
