import type { Checklist, Item } from '../schema'
import type { Context } from './context'
import type { Rules } from './rules'

/** Kept across reloads; an item that was done once stays done. */
export interface ChecklistState {
  /** Ids of items done. */
  done: readonly string[]
  /** Collapsed to its launcher. */
  collapsed?: boolean
}

/** What is done by one or the other; the rest is as it is here. */
export const joined = (here: ChecklistState, elsewhere: ChecklistState | undefined): ChecklistState => ({
  ...here,
  done: [...new Set([...here.done, ...(elsewhere?.done ?? [])])],
})

export interface ItemProgress {
  item: Item
  /** Locked waits for items that come `after` it in the config's sense; current is the first that can be done now. */
  state: 'done' | 'locked' | 'current' | 'ready'
}

export interface ChecklistProgress {
  items: ItemProgress[]
  doneCount: number
  leftCount: number
  /** To be kept; the same object when nothing changed. */
  state: ChecklistState
  /** What `Item Completed` says of each item that became done. */
  completed: { item_id: string; done_count: number; total_count: number }[]
}

/**
 * Where a checklist stands. Items whose condition holds for the first time are added to the state, and told of;
 * `after` decides what can be done next, not what counts: what was done out of order is done.
 */
export function progress(
  { items }: Checklist,
  context: Context,
  saved: ChecklistState = { done: [] },
  rules: Pick<Rules, 'evaluate'>,
): ChecklistProgress {
  const fresh = items.filter(({ id, done }) => !saved.done.includes(id) && rules.evaluate(done, context))
  const done = new Set([...saved.done, ...fresh.map(({ id }) => id)])
  const doneCount = items.filter(({ id }) => done.has(id)).length
  const isLocked = ({ after = [] }: Item) => after.some((id) => !done.has(id))
  const current = items.find((item) => !done.has(item.id) && !isLocked(item))
  const stateOf = (item: Item) => {
    if (done.has(item.id)) return 'done'
    if (isLocked(item)) return 'locked'
    return item === current ? 'current' : 'ready'
  }
  return {
    items: items.map((item) => ({ item, state: stateOf(item) })),
    doneCount,
    leftCount: items.length - doneCount,
    state: fresh.length > 0 ? { ...saved, done: [...done] } : saved,
    completed: fresh.map(({ id }, index) => ({
      item_id: id,
      done_count: doneCount - fresh.length + index + 1,
      total_count: items.length,
    })),
  }
}
