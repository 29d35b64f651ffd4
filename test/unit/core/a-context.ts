import type { Context } from '../../../src/core/context'
import type { OpenGuide } from '../../../src/core/free'
import type { GateState, Subject } from '../../../src/core/gates'
import { emptyHistory } from '../../../src/core/history'
import { slotOf } from '../../../src/core/slot'
import { newTrigger } from '../../../src/core/triggers'
import type { GuideBase, GuideKind } from '../../../src/schema'

/** Noon of 22 November 2026, UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12)
export const DAY = 86_400_000

export const aContext = (change: Partial<Context> = {}): Context => ({
  now: NOW,
  userId: 'u_1',
  anonymousId: 'a_1',
  sessionId: 's_1',
  traits: {},
  account: {},
  accountId: 'acme',
  health: 'unknown',
  history: emptyHistory(),
  path: '/projects',
  search: '',
  device: 'desktop',
  language: 'en',
  segments: {},
  answers: {},
  isVisible: () => false,
  ...change,
})

/** A guide whose trigger has fired, unless said otherwise. */
export const aSubject = (guide: GuideBase, kind: GuideKind, isTriggered = true): Subject => ({
  guide,
  kind,
  slot: slotOf(guide, kind),
  trigger: isTriggered ? { ...newTrigger, armedAt: NOW } : newTrigger,
})

interface Flags extends Pick<GateState, 'started' | 'consent' | 'pacing'> {
  open: readonly OpenGuide[]
  typing: boolean
  dialog: boolean
  hidden: boolean
}

/** A state in which every gate passes. */
export function aState(change: Partial<Flags> = {}): GateState {
  const { open = [], typing = false, dialog = false, hidden = false, ...rest } = change
  return {
    consent: true,
    pacing: undefined,
    started: false,
    openGuides: () => open,
    page: {
      isTyping: () => typing,
      isDialogOpen: () => dialog,
      isInDialog: (target) => target === '#in-dialog',
      isHidden: () => hidden,
    },
    ...rest,
  }
}
