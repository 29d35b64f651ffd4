import { setTimeout as wait } from 'node:timers/promises'
import { EngineUnavailable } from '../services'

/** The embedded engine starts within a second; a server may take longer to be reached. */
const deadlineMs = 30_000

/** Does it as soon as the event store answers. */
export async function whenReady<T>(attempt: () => Promise<T>): Promise<T> {
  const end = Date.now() + deadlineMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || Date.now() > end) throw error
      await wait(100)
    }
  }
}
