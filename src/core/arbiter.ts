import type { GuideBase } from '../schema'
import type { Slot } from './slot'

/** A guide that passes its gates. */
export interface Candidate {
  entry: {
    guide: Pick<GuideBase, 'priority'>
    slot: Slot
    /** Position in the config, over all kinds; breaks ties of priority. */
    order: number
  }
  /** Started by the user or by `start()`: goes before what comes by itself. */
  started: boolean
}

/**
 * Which of the candidates open now: at most one that interrupts and one banner, and everything that stands aside. The
 * highest priority first, ties in the order of the config. What is open already was asked about by the gate `free`.
 */
export function choose<One extends Candidate>(candidates: readonly One[]): One[] {
  const taken = new Set<Slot>()
  return [...candidates].sort(byPriority).filter(({ entry: { slot } }) => {
    const isFree = slot === 'aside' || !taken.has(slot)
    taken.add(slot)
    return isFree
  })
}

const byPriority = (a: Candidate, b: Candidate): number =>
  Number(b.started) - Number(a.started) ||
  (b.entry.guide.priority ?? 0) - (a.entry.guide.priority ?? 0) ||
  a.entry.order - b.entry.order
