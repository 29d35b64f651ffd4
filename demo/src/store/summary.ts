import { daysBetween, isoDay } from './days'
import type { Task } from './shapes'

const WEEKS = 8

export interface Week {
  /** ISO date of its first day. */
  start: string
  done: number
}

export interface Summary {
  doneInWeek: number
  open: number
  overdue: number
  /** Days from creation to done; `null` when nothing is done. */
  medianDays: number | null
  /** Oldest first; the last one ends today. */
  weeks: Week[]
}

export function summarise(tasks: readonly Task[], now: Date): Summary {
  const today = isoDay(now, 0)
  const done = tasks.filter(({ doneAt }) => doneAt !== '')
  const weeks = Array.from({ length: WEEKS }, (_, i) => week(done, isoDay(now, -7 * (WEEKS - i) + 1)))
  return {
    doneInWeek: weeks.at(-1)?.done ?? 0,
    open: tasks.length - done.length,
    overdue: tasks.filter(({ column, due }) => column !== 'done' && due !== '' && due < today).length,
    medianDays: median(done.map(({ createdAt, doneAt }) => daysBetween(createdAt, doneAt))),
    weeks,
  }
}

function week(done: readonly Task[], start: string): Week {
  const end = isoDay(new Date(start), 7)
  return { start, done: done.filter(({ doneAt }) => doneAt >= start && doneAt < end).length }
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
