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

export interface ItemProgress {
  item: Item
  done: boolean
  /** Waits for items that come `after` it in the config's sense. */
  locked: boolean
  /** The first that can be done now. */
  current: boolean
}

export interface ChecklistEffect {
  type: 'track'
  event: 'Item Completed'
  properties: { item_id: string; done_count: number; total_count: number }
}

export interface ChecklistProgress {
  items: ItemProgress[]
  doneCount: number
  totalCount: number
  complete: boolean
  /** To be kept; the same object when nothing changed. */
  state: ChecklistState
  effects: ChecklistEffect[]
}

/**
 * Where a checklist stands. Items whose condition holds for the first time are added to the state, with an effect each;
 * `after` decides what can be done next, not what counts: what was done out of order is done.
 */
export function progress(
  { items }: Checklist,
  context: Context,
  saved: ChecklistState | undefined,
  rules: Pick<Rules, 'evaluate'>,
): ChecklistProgress {
  const before = saved ?? { done: [] }
  const fresh = items.filter(({ id, done }) => !before.done.includes(id) && rules.evaluate(done, context))
  const done = new Set([...before.done, ...fresh.map(({ id }) => id)])
  const locked = ({ after = [] }: Item) => after.some((id) => !done.has(id))
  const current = items.find((item) => !done.has(item.id) && !locked(item))
  const doneCount = items.filter(({ id }) => done.has(id)).length
  const first = doneCount - fresh.length + 1
  return {
    items: items.map((item) => ({
      item,
      done: done.has(item.id),
      locked: !done.has(item.id) && locked(item),
      current: item === current,
    })),
    doneCount,
    totalCount: items.length,
    complete: doneCount === items.length,
    state: fresh.length > 0 ? { ...before, done: [...done] } : before,
    effects: fresh.map(({ id }, i) => ({
      type: 'track',
      event: 'Item Completed',
      properties: { item_id: id, done_count: first + i, total_count: items.length },
    })),
  }
}
