import { setTimeout as wait } from 'node:timers/promises'

/** Until the event store has merged what the turn before left it, so that no turn pays for another. */
export const rest = () => wait(2_000)
