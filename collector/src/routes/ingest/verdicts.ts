import { maxMessageBytes, refuseLarge, refuseMessage } from './message-check'

export const maxMessages = 2_500

/** What became of a message; those that are in order are not named. */
export type Verdict = 'retry' | { rejected: string }

export interface Verdicts {
  /** Positions in the batch. */
  refused: number[]
  /** By messageId, or by `#` and position where there is none. */
  results: Record<string, Verdict>
}

/** Checks every message by itself: one bad one never costs the others. */
export function judge(messages: readonly unknown[], bodyBytes: number): Verdicts {
  const refused: number[] = []
  const results = new Map<string, Verdict>()
  const mayBeTooLarge = bodyBytes > maxMessageBytes
  for (const [i, message] of messages.entries()) {
    const reason = refuseMessage(message) ?? (mayBeTooLarge ? refuseLarge(message) : null)
    if (reason === null) continue
    refused.push(i)
    results.set(nameOf(message, i), { rejected: reason })
  }
  return { refused, results: Object.fromEntries(results) }
}

/** How `results` names a message. */
export function nameOf(message: unknown, position: number): string {
  const id = typeof message === 'object' && message && 'messageId' in message ? message.messageId : undefined
  return typeof id === 'string' && id !== '' ? id : `#${position}`
}
