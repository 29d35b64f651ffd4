import { setTimeout as wait } from 'node:timers/promises'
import type { RunningCollector } from '../start-collector'

/** Which events were acknowledged; a sender that never gives up, as every sender of the protocol is. */
export interface Ledger {
  acknowledged: Set<string>
  /** Sends batches until `stop()`, retrying each with the same ids. */
  send(sender: number): Promise<void>
  stop(): void
}

const batchEvents = 20
const retryMs = 25

export function createLedger({ origin, writeKey }: Pick<RunningCollector, 'origin' | 'writeKey'>): Ledger {
  const acknowledged = new Set<string>()
  let stopped = false

  async function deliver(body: string): Promise<boolean> {
    try {
      const response = await fetch(`${origin}/v1/batch`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(5_000),
      })
      await response.arrayBuffer()
      return response.status === 200
    } catch {
      return false // the connection broke: whether it was taken nobody knows, so it is sent again
    }
  }

  return {
    acknowledged,
    stop: () => {
      stopped = true
    },
    async send(sender) {
      for (let n = 0; !stopped; n++) {
        const batch = createBatch(sender, n)
        const body = JSON.stringify({ writeKey, sentAt: new Date().toISOString(), batch })
        while (!(await deliver(body))) {
          if (stopped) return
          await wait(retryMs)
        }
        for (const { messageId } of batch) acknowledged.add(messageId)
      }
    },
  }
}

function createBatch(sender: number, n: number) {
  const timestamp = new Date().toISOString()
  return Array.from({ length: batchEvents }, (_, i) => ({
    type: 'track',
    event: 'Report Opened',
    messageId: `s${sender}-${n}-${i}`,
    userId: `u${(n + i) % 50}`,
    timestamp,
    properties: { report: 'throughput' },
    context: { groupId: `a${sender}` },
  }))
}
