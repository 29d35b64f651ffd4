import { backoffMs } from './retry'
import type { Load, Outcome, Sender } from './send'

const GATHER_EVENTS = 50
/** Of a backlog, more goes in one request: that costs the page less for each event. */
const BATCH_EVENTS = 500
const BATCH_CHARS = 200_000
const GATHER_MS = 2000
/** A batch that is full waits for the end of the burst that has filled it: the page pays for the request afterwards. */
const BURST_MS = 50
/** Several small pieces: when the host has used part of the shared budget, only some of them fail. */
const PIECE_BYTES = 15_000
/** More than a request says beside messages and context. */
const ENVELOPE_BYTES = 512
/** About half an hour of failures; then a page at rest stops asking until something happens. */
const MAX_ATTEMPTS = 12

/** Part of the queue that is on its way. */
export interface Batch extends Load {
  readonly ids: readonly string[]
  /** Events lost before, as its context reports. */
  readonly dropped: number
}

/** What the loop needs of the queue. */
export interface Outbox {
  /** Events that wait, without those on their way. */
  readonly waiting: number
  readonly waitingChars: number
  /** The oldest that wait, marked as on their way; with `mostBytes`, sizes are in bytes, and none is larger than that. */
  take(maxEvents: number, maxSize: number, mostBytes?: number): Batch | undefined
  /** Answered: all but `kept` leave the queue. */
  settle(batch: Batch, kept: ReadonlySet<string>): void
  /** Events that never arrived are counted and reported in the next batch. */
  countDropped(events: number): void
  /** Runs after new events have been written down. */
  onWritten(heard: () => void): void
}

/** Signals of the page; each `on*` returns its cleanup. */
export interface PageSignals {
  onVisibility(heard: (visible: boolean) => void): () => void
  onPageHide(heard: () => void): () => void
  onOnline(heard: () => void): () => void
  onFocus(heard: () => void): () => void
}

export interface DeliveryOptions extends Sender {
  outbox: Outbox
  signals: PageSignals
  /** [0, 1) */
  random: () => number
  report: (problem: string) => void
}

export interface Delivery {
  /** Sends what waits; resolves when all of it was answered, or cannot be sent now. */
  flush(): Promise<void>
  destroy(): void
}

/** Decides when what is sent: gathers, sends one batch at a time, waits after failures, hurries when the page is left. */
export function createDelivery({ outbox, send, room, signals, random, report }: DeliveryOptions): Delivery {
  let gathering: ReturnType<typeof setTimeout> | undefined
  let starting: ReturnType<typeof setTimeout> | undefined
  let retrying: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** The collector has said how long to wait: no hint of the browser overrides that. */
  let floored = false
  /** Too many attempts have failed: only something new is worth another one. */
  let resting = false
  let attempts = 0
  let maxEvents = BATCH_EVENTS
  let sendAll = false
  let destroyed = false

  const full = (): boolean => outbox.waiting >= GATHER_EVENTS || outbox.waitingChars >= BATCH_CHARS
  const stop = (timer: ReturnType<typeof setTimeout> | undefined): undefined => void clearTimeout(timer)

  function stopTimers(): void {
    gathering = stop(gathering)
    starting = stop(starting)
    retrying = stop(retrying)
  }
  function wake(): void {
    if (destroyed || running || retrying || resting || outbox.waiting === 0) return
    if (full()) starting ??= setTimeout(() => void run(false), BURST_MS)
    else gathering ??= setTimeout(() => void run(true), GATHER_MS)
  }
  function run(all: boolean): Promise<void> {
    sendAll ||= all
    stopTimers()
    running ??= loop().finally(() => {
      running = undefined
      sendAll = false
      wake()
    })
    return running
  }
  async function loop(): Promise<void> {
    do {
      const batch = outbox.take(maxEvents, BATCH_CHARS)
      if (!batch || !conclude(batch, await send(batch, false))) return
    } while (!retrying && (sendAll ? outbox.waiting > 0 : full()))
  }

  /** Deals with an answer; true when the next batch may go. */
  function conclude(batch: Batch, outcome: Outcome): boolean {
    switch (outcome.kind) {
      case 'delivered':
        return accepted(batch, outcome)
      case 'too large':
        return halve(batch)
      case 'refused':
        report(`${batch.ids.length} events were refused and dropped. ${outcome.why}`)
        return drop(batch)
      case 'later':
        outbox.settle(batch, new Set(batch.ids))
        wait(outcome.afterMs)
        return false
    }
  }
  function accepted(batch: Batch, { retry, rejected }: Extract<Outcome, { kind: 'delivered' }>): boolean {
    for (const [id, why] of rejected) report(`Event ${id} was rejected by the collector: ${why}`)
    outbox.settle(batch, retry)
    if (retry.size > 0) wait()
    else succeed()
    return retry.size === 0
  }
  function halve(batch: Batch): boolean {
    if (batch.ids.length === 1) {
      report(`Event ${batch.ids[0]} is larger than the collector takes, and was dropped`)
      maxEvents = BATCH_EVENTS // the others may all have been small
      return drop(batch)
    }
    maxEvents = Math.ceil(batch.ids.length / 2)
    outbox.settle(batch, new Set(batch.ids))
    return true
  }
  function drop(batch: Batch): boolean {
    outbox.settle(batch, new Set())
    outbox.countDropped(batch.ids.length + batch.dropped)
    return true
  }
  function succeed(): void {
    attempts = 0
    resting = false
  }
  function wait(floorMs = 0): void {
    const delayMs = floorMs + backoffMs(attempts, random)
    if (floorMs > 0) floored = true
    else attempts++
    resting = attempts > MAX_ATTEMPTS
    if (!resting) arm(delayMs)
  }
  function arm(delayMs: number): void {
    if (destroyed) return
    retrying = stop(retrying)
    retrying = setTimeout(() => {
      floored = false
      void run(true)
    }, delayMs)
  }

  /** The page may end now: as much as may outlive it goes out in pieces, and stays in the queue until it is answered. */
  function hurry(): void {
    if (retrying) return
    stopTimers()
    for (;;) {
      const left = room() - ENVELOPE_BYTES
      const batch = outbox.take(maxEvents, Math.min(PIECE_BYTES, left), left)
      if (!batch) return
      void send(batch, true).then((outcome) => conclude(batch, outcome) && wake())
    }
  }
  function hope(): void {
    succeed()
    if (!floored && outbox.waiting > 0) void run(true)
  }

  outbox.onWritten(() => {
    if (resting && !retrying) arm(backoffMs(attempts, random))
    else wake()
  })
  const cleanups = [
    signals.onVisibility((visible) => (visible ? hope() : hurry())),
    signals.onPageHide(hurry),
    signals.onOnline(hope),
    signals.onFocus(hope),
  ]
  return {
    flush: () => (floored ? Promise.resolve() : run(true)),
    destroy() {
      destroyed = true
      stopTimers()
      for (const cleanup of cleanups) cleanup()
    },
  }
}
