import type { Settings } from '../settings'
import { createRateLimit, type RateLimit } from './rate-limit'

/** What one address may ask for, apart from the events it sends: these never use up what its pages need to start. */
export interface AskLimits {
  configs: RateLimit
  states: RateLimit
  /** Look-ups of write keys. */
  keys: RateLimit
}

/** A config comes from memory. No office behind one address opens so many pages, and a page without one has no guides. */
const leastConfigsPerSecond = 1_000
/** A state takes four queries, of one user among all of a project: a page asks for one, of a user who is signed for. */
const mostStatesPerSecond = 50
/** A key that was found is looked up once in some seconds; what is looked up again and again belongs to no project. */
const mostKeysPerSecond = 500

/** The limit of events per address lowers states and keys where it is below theirs, and raises configs where it is above. */
export function createAskLimits({ eventsPerSecondPerIp: events }: Settings, now: () => number): AskLimits {
  return {
    configs: createRateLimit(Math.max(events, leastConfigsPerSecond), now, 'configs'),
    states: createRateLimit(Math.min(events, mostStatesPerSecond), now, 'states'),
    keys: createRateLimit(Math.min(events, mostKeysPerSecond), now, 'keys'),
  }
}
