import type { Logger } from 'pino'
import type { Control } from './control/types'
import type { Sql } from './event-store/sql'
import type { AskLimits } from './http/ask-limits'
import type { Settings } from './settings'
import type { StoredScore } from './signals/stored-score'

export type { Control } from './control/types'
export type { Sql } from './event-store/sql'
export type { Settings } from './settings'

/** What every route, page and job is given. Built once, by `createServices`. */
export interface Services {
  settings: Settings
  log: Logger
  /** Unix milliseconds. */
  now: () => number
  control: Control
  engine: Engine
  spool: Spool
  loader: Loader
  live: Live
  scoring: Scoring
  figures: Figures
  limits: AskLimits
}

/** ClickHouse, wherever it runs. Every method rejects with `EngineUnavailable` while it is down. */
export interface Engine {
  /** Rows as objects: integers of every width are numbers, NaN and infinities are `null`. */
  query<Row>(sql: Sql): Promise<Row[]>
  command(sql: Sql): Promise<void>
  /** `tsv` is TabSeparated in the order of the table's columns; the same token twice is one block. */
  insert(table: string, tsv: Uint8Array, token: string): Promise<void>
  ready(): boolean
  close(): Promise<void>
}

/** The engine does not answer now; asking again later makes sense. Routes turn it into a 503. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable'
}

/** The engine answered, and refused: `code` is ClickHouse's (62 is a syntax error). */
export class EngineError extends Error {
  override name = 'EngineError'
  readonly code: number
  constructor(message: string, code: number) {
    super(message)
    this.code = code
  }
}

/** The log on disk that stands between an answer of 200 and the engine. */
export interface Spool {
  /** Resolves when the record is on disk; rejects with `SpoolUnavailable` when it cannot be. */
  append(record: SpoolRecord): Promise<void>
  /** Whether the next request is likely to be taken: there is room, and the disk did not refuse just now. */
  accepts(): boolean
  /** Bytes accepted and not yet in the engine. */
  pendingBytes(): number
  close(): Promise<void>
}

/** One accepted request. */
export interface SpoolRecord {
  projectId: string
  /** Unix milliseconds, by the clock of the collector. */
  receivedAt: number
  /** Positions in the batch that were refused and must not be loaded. */
  refused: readonly number[]
  /** The request as it came, inflated: a batch, or one message. */
  body: Uint8Array
}

/** The spool is full or its disk refuses: the sender keeps its events and comes back. */
export class SpoolUnavailable extends Error {
  override name = 'SpoolUnavailable'
}

export interface Loader {
  figures(): LoaderFigures
  /** Resolves when everything that was in the spool at the call is in the engine. */
  drain(): Promise<void>
  close(): Promise<void>
}

export interface LoaderFigures {
  pendingBytes: number
  /** Age of the oldest record that is not in the engine yet; 0 when there is none. */
  lagMs: number
  loadedEvents: number
  quarantinedEvents: number
  /** Named a user whom they could not show to be theirs. */
  unverifiedEvents: number
  failedAttempts: number
  /** A mistake of ours ended it: events are taken in, and wait for the next start. */
  stopped: boolean
}

/** Events as they arrive, before the engine has them: answers "is my snippet working?" */
export interface Live {
  publish(projectId: string, arrival: Arrival): void
  /** The last 100 of a project, newest first. */
  recent(projectId: string): LiveEvent[]
  /** Up to 200 a second. Returns its cleanup. */
  onEvent(projectId: string, listener: (event: LiveEvent) => void): () => void
}

/** One request, as it is remembered until somebody looks. */
export interface Arrival {
  events: number
  bytes: number
  read(): LiveEvent[]
}

export interface LiveEvent {
  messageId: string
  /** Unix milliseconds, as the sender says. */
  ts: number
  receivedAt: number
  type: string
  event: string
  userId: string | null
  anonymousId: string | null
  accountId: string | null
  path: string | null
  properties: Record<string, unknown>
  /** Why it was refused; `null` when it was accepted. */
  rejected: string | null
}

/** Scores of accounts: computed from events, stored per day. */
export interface Scoring {
  /** Scores every account as of one day; without `asOf`, of today in the project's time zone. */
  run(projectId: string, options?: { asOf?: string }): Promise<ScoringRun>
  /** Scores every day from `from` to `to` again, in order, from events as of each day. Returns the rows written. */
  recompute(range: {
    projectId: string
    from: string
    to: string
    onDay?: (day: string) => void
  }): Promise<number>
  /** The score of one account as of this moment; stored when it moved. `null` for an account without events. */
  scoreNow(projectId: string, accountId: string): Promise<StoredScore | null>
  /** Tells that events of these accounts were loaded; they are scored again within seconds. */
  touched(projectId: string, accountIds: Iterable<string>): void
  /** Scores what is missing up to today, and every project again when its day changes. */
  start(): Promise<void>
  close(): Promise<void>
}

export interface ScoringRun {
  /** ISO date of the day that was scored. */
  asOf: string
  accounts: number
  modelHash: string
}

/** What `/metrics` tells about requests; figures of the spool and the loader are read from them. */
export interface Figures {
  /** `lost`: what the sender says it had to drop before. */
  onIngest(accepted: number, rejected: number, lost: number): void
  onResponse(route: string, status: number, seconds: number): void
  /** Prometheus text. */
  text(): Promise<string>
}
