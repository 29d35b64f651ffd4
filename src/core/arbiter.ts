import type { GuideBase, GuideKind } from '../schema'
import { type FreeRefusal, freeRefusal, type OpenGuide, type Surroundings } from './free'
import { slotOf } from './slot'

/** A guide that passes its gates. */
export interface Candidate {
  guide: GuideBase
  kind: GuideKind
  /** Position in the config, over all kinds; breaks ties of priority. */
  order: number
  /** Started by the user or by `start()`: goes before what comes by itself. */
  started: boolean
  /** Its target lies in the dialog of the host that is open. */
  inDialog: boolean
}

export interface Choice {
  open: Candidate[]
  refused: { candidate: Candidate; why: FreeRefusal }[]
}

/**
 * Which of the candidates open now: at most one that interrupts and one banner, counting what is open already, and
 * everything that stands aside. The highest priority first, ties in the order of the config.
 */
export function choose(candidates: readonly Candidate[], surroundings: Surroundings): Choice {
  const choice: Choice = { open: [], refused: [] }
  const open: OpenGuide[] = [...surroundings.open]
  for (const candidate of [...candidates].sort(byPriority)) {
    const { guide, kind, started, inDialog } = candidate
    const slot = slotOf(guide, kind)
    const dialogOpen = surroundings.dialogOpen && !inDialog
    const why = freeRefusal(slot, { ...surroundings, open, dialogOpen }, started)
    if (why === undefined) {
      choice.open.push(candidate)
      open.push({ id: guide.id, kind, slot, here: true })
    } else choice.refused.push({ candidate, why })
  }
  return choice
}

const byPriority = (a: Candidate, b: Candidate): number =>
  Number(b.started) - Number(a.started) ||
  (b.guide.priority ?? 0) - (a.guide.priority ?? 0) ||
  a.order - b.order
