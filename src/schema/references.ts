import { nearest } from './nearest'
import { createProblem, type Problem, show } from './problem'
import { walkTexts } from './walk-texts'

type Json = Record<string, unknown>
type Path = (string | number)[]

/** By the name under which a reference stands: the ids it may name, and what they are the ids of. */
type Known = Map<string, { ids: Set<string>; what: string }>

const GUIDE_LISTS = ['tours', 'checklists', 'surveys', 'announcements', 'hints']

const idsOf = (...lists: unknown[]): string[] =>
  lists
    .flatMap((list) => (Array.isArray(list) ? list.map((entry) => Object(entry).id) : []))
    .filter((id) => typeof id === 'string')
const known = (ids: string[], what: string) => ({ ids: new Set(ids), what })

/** Every id that may be named from anywhere. Those of broken guides count: a guide must not fail for another. */
export function knownIds(config: Json): Known {
  const guide = known(idsOf(...GUIDE_LISTS.map((key) => config[key])), 'a guide')
  return new Map([
    ['segment', known(Object.keys(Object(config.segments)), 'a segment')],
    ['feature', known(idsOf(config.features), 'a feature')],
    ['guide', guide],
    ['start', guide],
    // Of the hub.
    ['tours[]', known(idsOf(config.tours), 'a tour')],
    ['checklists[]', known(idsOf(config.checklists), 'a checklist')],
    ['announcements[]', known(idsOf(config.announcements), 'an announcement')],
    ['feedback', known(idsOf(config.surveys), 'a survey')],
  ])
}

/** What may be named only from within a guide: its steps, items and questions. */
function localIds({ steps, items, questions }: Json): Known {
  const way = known([...idsOf(steps, questions), 'end'], 'a step or question of this guide')
  return new Map([
    ['goto', way],
    ['to', way],
    ['after[]', known(idsOf(items), 'an item of this checklist')],
    ['answer', known(idsOf(questions), 'a question of this survey')],
  ])
}

/** References of one guide, segment or other part that name nothing. */
export function checkReferences(part: unknown, at: Path, anywhere: Known): Problem[] {
  const problems: Problem[] = []
  const names = new Map([...anywhere, ...localIds(Object(part))])
  walkTexts(part, at, (name, id, path) => {
    const { ids, what } = names.get(name) ?? {}
    // Elsewhere `to` is a language: a text in Tongan.
    if (!ids || ids.has(id) || (name === 'to' && path.at(-3) !== 'goto')) return
    problems.push(createProblem('dangling_reference', path, show(id), `the id of ${what}`, nearest(id, ids)))
  })
  return problems
}
