import type { Context } from '../../../src/core/context'
import type { GateState } from '../../../src/core/gates'
import { emptyHistory } from '../../../src/core/history'

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

/** A state in which every gate passes. */
export const aState = (change: Partial<GateState> = {}): GateState => ({
  problem: undefined,
  consent: true,
  triggered: true,
  pacing: undefined,
  targetFound: true,
  started: false,
  open: [],
  typing: false,
  dialogOpen: false,
  hidden: false,
  ...change,
})
