import type { KeyValueStorage } from '../platform/storage'
import type { Origin } from './envelope'
import type { Who } from './identity'

const SESSION_KEY = 'session'
const TIMEOUT_MS = 30 * 60_000
/** How long one input counts as being active. */
const ATTENTION_MS = 30_000
const SAVE_GAP_MS = 5000

/** One session, shared by the tabs of a browser. */
interface SessionRecord {
  /** Also the id of the message that tells of its start. */
  id: string
  /** Id of the message that tells of its end: tabs that notice the end together tell of it once. */
  endId: string
  /** Id of the next session, for the same reason. */
  nextId: string
  startedAt: number
  lastAt: number
  activeMs: number
  actions: number
  who: Origin['who']
}

export type SessionEvent = 'Session Started' | 'Session Ended'

export interface SessionOptions {
  storage: KeyValueStorage
  /** ms since the epoch */
  now: () => number
  createId: () => string
  who: () => Origin['who']
  /** Tells of a start or an end, as of the time and the user it belongs to. */
  report: (event: SessionEvent, properties: Record<string, unknown>, origin: Origin) => void
}

export interface Session {
  id(): string
  /** Ends a session that has run out and begins the next; to be called before anything is recorded. */
  touch(): void
  /** Counts a click or a product event. */
  act(): void
  /** The user moved, typed, scrolled; only to be called while the page is visible. */
  input(at: number): void
  /** The page was hidden or left: time stops, what is known is saved. */
  pause(): void
  /** The user changed: ends this session; the next begins with the next `touch`. */
  end(): void
  destroy(): void
}

/** A session ends after 30 minutes without activity or at a change of user. No timers: it looks when touched. */
export function createSession({ storage, now, createId, who, report }: SessionOptions): Session {
  let record = stored()
  let inputAt = 0
  let savedAt = record?.lastAt ?? 0
  let unsaved = { activeMs: 0, actions: 0 }

  /** What is in storage may have been damaged by anybody. */
  function stored(): SessionRecord | undefined {
    const found = storage.get(SESSION_KEY) as SessionRecord | null | undefined
    return typeof found?.id === 'string' && found.lastAt >= found.startedAt && found.who ? found : undefined
  }
  /** Adds what this tab saw to what other tabs have saved of the same session. */
  function save({ traits: _, account: __, ...owner }: Partial<Who> & Origin['who'] = who()): void {
    if (!record) return
    const theirs = stored()
    const base = theirs?.id === record.id ? theirs : record
    record = {
      ...base,
      lastAt: Math.max(base.lastAt, record.lastAt),
      activeMs: base.activeMs + unsaved.activeMs,
      actions: base.actions + unsaved.actions,
      who: owner,
    }
    unsaved = { activeMs: 0, actions: 0 }
    savedAt = now()
    storage.set(SESSION_KEY, record)
  }
  function attend(until: number): void {
    if (!record || inputAt === 0) return
    const attendedMs = Math.min(Math.max(0, until - inputAt), ATTENTION_MS)
    unsaved.activeMs += attendedMs
    record.lastAt = Math.max(record.lastAt, inputAt + attendedMs)
  }
  function begin(id: string): void {
    const at = now()
    const fresh = {
      id,
      endId: createId(),
      nextId: createId(),
      startedAt: at,
      lastAt: at,
      activeMs: 0,
      actions: 0,
    }
    record = { ...fresh, who: who() }
    save()
    report('Session Started', { session_id: id }, { messageId: id, at, who: who(), sessionId: id })
  }
  function finish({ id, endId, startedAt, lastAt, activeMs, actions, who }: SessionRecord): void {
    const properties = {
      session_id: id,
      duration_ms: lastAt - startedAt,
      active_ms: Math.min(activeMs, lastAt - startedAt),
      actions,
    }
    report('Session Ended', properties, { messageId: endId, at: lastAt, who, sessionId: id })
  }
  function end(owner: Origin['who']): void {
    attend(now())
    inputAt = 0
    save(owner)
    if (record) finish(record)
  }
  function touch(): void {
    const at = now()
    if (record && at - record.lastAt < TIMEOUT_MS) {
      record.lastAt = at
    } else {
      renew(at)
    }
    if (Math.abs(at - savedAt) > SAVE_GAP_MS) save()
  }
  /** Another tab may have kept the session alive, or have begun the next one already. */
  function renew(at: number): void {
    const theirs = stored()
    if (theirs && at - theirs.lastAt < TIMEOUT_MS) {
      record = theirs
      unsaved = { activeMs: 0, actions: 0 }
      return
    }
    record = theirs ?? record
    const next = record?.nextId ?? createId()
    if (record) end(record.who)
    begin(next)
  }

  const cleanup = storage.onChange(SESSION_KEY, () => {
    const theirs = stored()
    // None where the host has cleared the storage; one that was ended for another user is followed by the next.
    if (theirs && theirs.id !== record?.id) record = theirs
  })

  return {
    id: () => record?.id ?? '',
    touch,
    act() {
      unsaved.actions++
    },
    input(at) {
      attend(at)
      inputAt = at
    },
    pause() {
      attend(now())
      inputAt = 0
      save()
    },
    end() {
      end(who())
      record = undefined
      storage.remove(SESSION_KEY)
    },
    destroy: cleanup,
  }
}
