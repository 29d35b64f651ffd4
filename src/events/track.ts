import { type Activity, createActivity } from '../platform/activity'
import { onNavigate } from '../platform/navigation'
import type { Report } from '../platform/report'
import type { KeyValueStorage } from '../platform/storage'
import { isVisible, listen, onPageHide, onRestored, onVisibility } from '../platform/visibility'
import { createAutoPage } from './auto-page'
import { type BeforeSend, createEmitter, type EventListener } from './emitter'
import { createEnvelope, type Moment } from './envelope'
import { createIdentity, type Identity } from './identity'
import { createMessageId } from './message-id'
import type { Privacy } from './privacy'
import type { Queue } from './queue'
import { sanitize } from './sanitize'
import { createSession, type Session } from './session'

type Properties = Record<string, unknown>

export interface TrackerOptions {
  storage: KeyValueStorage
  privacy: Privacy
  queue: Queue
  /** Sends what waits; resolves when it was answered, or cannot be sent now. */
  deliver: () => Promise<void>
  /** ms since the epoch */
  now: () => number
  /** Sees every event first; what it returns goes on, `null` drops it. */
  beforeSend?: BeforeSend | undefined
  /** Send a `page` event at the start, when the path changes, and when the page comes back. */
  autoPage: boolean
  report: Report
}

export interface Tracker {
  readonly identity: Identity
  readonly session: Session
  readonly activity: Activity
  /** An event of the host product. */
  track(event: string, properties?: Properties): void
  /** An event of our own: not product activity, and never at the cost of one. */
  record(event: string, properties?: Properties, moment?: Moment): void
  identify(userId: string, traits?: Properties, options?: { signature?: string }): void
  group(accountId: string, traits?: Properties): void
  page(name?: string, properties?: Properties): void
  /** Hears of every event as it is made. Returns the cleanup. */
  onEvent(listener: EventListener): () => void
  /** From here on events carry the content hash of the config. */
  setConfig(hash: string | undefined): void
  /** Begins the session, sends the first page event, and takes over what closed tabs have left. */
  start(): void
  flush(): Promise<void>
  /** The next user is somebody else. */
  reset(): void
  /** Leaves no listener and no timer; what is queued is written down for the next visit. */
  destroy(): void
}

/** Ties identity, session, features and queue to what the host and its user do. */
export function createTracker(options: TrackerOptions): Tracker {
  const { storage, privacy, queue, now, report } = options
  const createId = (): string => createMessageId(now())
  let configHash: string | undefined

  const identity = createIdentity({ storage, createId })
  const { who } = identity
  const session: Session = createSession({
    storage,
    now,
    createId,
    who,
    report(event, properties, origin) {
      envelope.refresh()
      emit({ type: 'track', event, properties }, false, origin)
    },
  })
  const envelope = createEnvelope({ now, who, sessionId: session.id, configHash: () => configHash })
  const { emit, drain, onEvent, mute } = createEmitter({ ...options, envelope })
  const autoPage = createAutoPage(() => page())
  const activity = createActivity(now, (at) => {
    session.touch()
    if (isVisible()) session.input(at)
  })

  function isText(call: string, value: unknown): boolean {
    const found = value === '' ? 'an empty one' : typeof value
    if (found !== 'string') report(`${call}() needs a text as its first argument; found ${found}`)
    return found === 'string'
  }
  function record(event: string, properties?: Properties, moment?: Moment): void {
    session.touch()
    emit({ type: 'track', event, properties: sanitize(properties) }, false, moment)
  }
  function page(name?: string, properties?: Properties): void {
    session.touch()
    emit(
      { type: 'page', ...(typeof name === 'string' && name && { name }), properties: sanitize(properties) },
      false,
    )
  }
  function track(event: string, properties?: Properties): void {
    if (!isText('track', event)) return
    session.touch()
    session.act()
    emit({ type: 'track', event, properties: sanitize(properties) }, true)
  }
  function identify(userId: string, traits?: Properties, options?: { signature?: string }): void {
    if (!isText('identify', userId)) return
    const known = who().userId
    if (known !== undefined && known !== userId) end()
    const clean = sanitize(traits)
    identity.identify(userId, clean, options?.signature)
    session.touch()
    emit({ type: 'identify', traits: clean }, false)
  }
  /**
   * What was done so far, and what follows from it, is theirs who did it; so is the end of their session. Whoever answers that
   * with an event has begun another one, which the next user must not go on with.
   */
  function end(): void {
    drain()
    session.end()
    drain()
    session.end()
  }
  function group(accountId: string, traits?: Properties): void {
    if (!isText('group', accountId)) return
    const clean = sanitize(traits)
    identity.group(accountId, clean)
    session.touch()
    emit({ type: 'group', groupId: accountId, traits: clean }, false)
  }

  function respect(): void {
    if (!privacy.allows('analytics')) queue.clear()
  }

  let path = location.pathname
  const arrive = (): void => {
    if (options.autoPage) autoPage.arrive()
  }
  const leave = (): void => {
    autoPage.settle()
    session.pause()
  }
  const cleanups = [
    activity.destroy,
    session.destroy,
    identity.onChange(envelope.refresh),
    identity.destroy,
    onVisibility((visible) => (visible ? queue.adopt() : leave())),
    onPageHide(() => {
      leave()
      drain()
      queue.suspend()
    }),
    onRestored(() => {
      queue.resume()
      arrive()
    }),
    listen(window, 'click', session.act, { capture: true }),
    privacy.onChange(respect),
    onNavigate(() => {
      envelope.refresh()
      if (location.pathname === path) return
      path = location.pathname
      arrive()
    }),
  ]

  return {
    identity,
    session,
    activity,
    track,
    record,
    identify,
    group,
    page(name, properties) {
      autoPage.replace()
      page(name, properties)
    },
    onEvent,
    setConfig(hash) {
      configHash = hash
      envelope.refresh()
    },
    start() {
      session.touch()
      respect()
      queue.adopt()
      arrive()
    },
    flush() {
      autoPage.settle()
      drain()
      return options.deliver()
    },
    reset() {
      end()
      identity.reset()
      session.touch()
    },
    destroy() {
      for (const cleanup of cleanups) cleanup()
      leave()
      drain()
      mute()
      queue.suspend()
    },
  }
}
