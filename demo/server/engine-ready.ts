import { setTimeout as delay } from 'node:timers/promises'
import type { Services } from '@handrail/collector'

const POLL_MS = 50
const PATIENCE_MS = 60_000

/** Resolves when the event store answers: it starts beside the server, which takes events before. */
export async function engineReady({ engine }: Services, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!engine.ready()) {
    if (Date.now() > deadline)
      throw new Error(`The event store did not start within ${PATIENCE_MS / 1000} s; its log says why.`)
    await delay(POLL_MS, undefined, { signal })
  }
}
