import type { Condition, Operators } from '../schema'
import type { Context, EventRecord } from './context'
import { DAY_MS, durationMs } from './duration'
import { whereKey } from './events'
import { share } from './hash'
import { compare } from './operators'
import { matchesPage } from './page-pattern'
import { own, readPath } from './paths'

export { collectWhereKeys, eventMatches, type WhereRule, whereKey } from './events'

const MAX_DEPTH = 64
/** A feature used on this many of the last 28 days is adopted. */
const ADOPTED_DAYS = 4
const ADOPTION_WINDOW_DAYS = 28

/** One entry for each level of nesting: the id of a segment, so that a cycle ends, else nothing. */
type Trail = readonly (string | undefined)[]
type AnyLeaf = Condition extends infer One ? (One extends unknown ? keyof One : never) : never
type LeafName = Exclude<
  AnyLeaf,
  keyof Operators | 'where' | 'count' | 'within' | 'used' | 'adopted' | 'state' | 'visible' | 'salt'
>
type Leaf<Name extends LeafName> = Extract<Condition, Record<Name, unknown>>
/** Judges a part of a condition, perhaps one that a segment stands for. */
type Inside = (part: Condition | undefined, segment?: string) => boolean
type Judge<One> = (leaf: One, context: Context, inside: Inside, trail: Trail) => boolean
type Judges = { [Name in LeafName]: Judge<Leaf<Name>> }

const JUDGES: Judges = {
  all: ({ all }, _context, inside) => all.every((part) => inside(part)),
  any: ({ any }, _context, inside) => any.some((part) => inside(part)),
  not: ({ not }, _context, inside) => !inside(not),
  segment: ({ segment }, { segments }, inside, trail) =>
    !trail.includes(segment) && inside(own(segments, segment), segment),
  trait: (leaf, { traits, now }) => compare(readPath(traits, leaf.trait), leaf, now),
  account: (leaf, { account, now }) => compare(readPath(account, leaf.account), leaf, now),
  answer: (leaf, { answers, now }) => compare(readPath(answers, leaf.answer), leaf, now),
  event: (leaf, { history, now }) => {
    const done = countWithin(own(history.events, whereKey(leaf.event, leaf.where)), leaf.within, now)
    return leaf.count === undefined ? done > 0 : compare(done, leaf.count, now)
  },
  feature: (leaf, { history, now }) => {
    const record = own(history.features, leaf.feature)
    if ('used' in leaf) return (record !== undefined) === leaf.used
    const since = Math.floor(now / DAY_MS) - ADOPTION_WINDOW_DAYS
    return (record?.days.filter((day) => day > since).length ?? 0) >= ADOPTED_DAYS === leaf.adopted
  },
  guide: ({ guide, state }, { history }) => {
    const record = own(history.guides, guide)
    if (state === 'never') return !record?.shown
    return state === 'shown' ? !!record?.shown : record?.[state] !== undefined
  },
  page: ({ page }, { path, search }) => matchesPage(page, path, search),
  element: ({ element, visible }, context) => context.isVisible(element) === visible,
  device: ({ device }, context) => context.device === device,
  language: ({ language }, context) =>
    `${context.language}-`.toLowerCase().startsWith(`${language}-`.toLowerCase()),
  percent: ({ percent, salt = '' }, { userId, anonymousId }) => share(userId ?? anonymousId, salt) < percent,
  health: ({ health }, context) => context.health === health,
}

/**
 * Whether a condition holds now. Never throws: a part that is malformed, asks what cannot be answered, refers to
 * itself through segments or lies deeper than 64 levels is false, and `not` turns that into true like any other.
 */
export const evaluate = (condition: Condition, context: Context): boolean => judge(condition, context, [])

function judge(condition: Condition | undefined, context: Context, trail: Trail): boolean {
  try {
    for (const name in condition) {
      // The table is keyed by the very property that tells the leaves apart, which the type checker cannot follow.
      if (Object.hasOwn(JUDGES, name)) {
        const leaf = JUDGES[name as LeafName] as Judge<Condition>
        const inside: Inside = (part, segment) => judge(part, context, [...trail, segment])
        return trail.length < MAX_DEPTH && leaf(condition as Condition, context, inside, trail)
      }
    }
  } catch {
    // A getter of a trait or a selector of the config: whatever it says, it may not reach the host page.
  }
  return false
}

/** How often within the last `within`; ever without it. Counts over the times that are kept, at most 50. */
function countWithin(record: EventRecord | undefined, within: string | undefined, now: number): number {
  if (!record || within === undefined) return record?.count ?? 0
  const since = now - durationMs(within)
  return record.times.filter((at) => at >= since).length
}
