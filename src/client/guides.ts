import { collectWhereKeys } from '../core/conditions'
import type { Context } from '../core/context'
import { changeOf } from '../core/dependencies'
import type { ExplainedVerdict } from '../core/explain'
import type { Gate } from '../core/gates'
import { rules } from '../core/rules'
import { sharedId } from '../core/shared-id'
import type { SharedHost } from '../core/surface'
import type { Who } from '../events/identity'
import type { Privacy } from '../events/privacy'
import type { Tracker } from '../events/track'
import type { GuideEvent, HandrailOptions } from '../handrail'
import type { Click } from '../platform/click'
import { directionOf } from '../platform/direction'
import { pageLanguage, pageSearch } from '../platform/environment'
import { createPlace } from '../platform/place'
import type { Reporter } from '../platform/report'
import type { KeyValueStorage } from '../platform/storage'
import { onPageHide, onRestored, onVisibility } from '../platform/visibility'
import type { Config, Problem, WireEvent } from '../schema'
import { createDirector } from '../store/director'
import { createEntries } from '../store/entries'
import { createProfile } from '../store/profile'
import { createActions } from './actions'
import { readPage } from './context'
import { loadDebugPanel } from './debug'
import { createIntake } from './intake'
import { createLazyElsewhere } from './lazy-elsewhere'
import { toLocale } from './locale'
import { createStage } from './stage'
import { KINDS } from './surfaces'

/** What was tracked before the chunk of the guides came. */
export interface EarlyEvent {
  event: WireEvent
  /** Anonymous id of whoever was there. Not that of the event, which the host may have changed. */
  by: string
}

export interface GuidesOptions {
  options: HandrailOptions
  config: Config
  problems: readonly Problem[]
  /** Absent when the config names no elements. */
  finding: typeof import('../platform/finding') | undefined
  /** Absent when the config has neither features nor goals nor holdouts. */
  measuring: typeof import('./measuring') | undefined
  early: readonly EarlyEvent[]
  /** ms since the epoch */
  now: () => number
  /** Origin of the collector. */
  endpoint: string
  fetch: typeof fetch
  storage: KeyValueStorage
  tracker: Tracker
  privacy: Privacy
  report: Reporter
  /** What was clicked before. */
  takeClicks(): Click[]
  onGuide(event: GuideEvent): void
  onNavigate(changed: () => void): () => void
}

export interface Guides {
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): Promise<ExplainedVerdict[]>
  destroy(): void
}

/** Keeps the history of the user and lets the director decide what is shown. */
export function createGuides(setup: GuidesOptions): Guides {
  const { options, config, problems, finding, now, storage, tracker, privacy, report, onGuide } = setup
  const { who } = tracker.identity
  const { onEvent } = tracker
  const locale = toLocale(options.locale ?? pageLanguage())
  const mayShow = () => privacy.allows('guides')
  const ticked = new Set<() => void>()
  const whereRules = collectWhereKeys(config)
  const act = createActions({
    ...options,
    start: (id) => void director.start(id),
    track: tracker.track,
    report,
  })
  for (const key of ['hints', 'hub'] as const)
    if (config[key]) report.warn(`"${key}" of the config cannot be shown by this version`)
  const place = createPlace()
  const profile = createProfile({
    storage,
    owner: ownerOf(who()),
    rules: whereRules,
    changed: () => director.touch(),
  })

  const elsewhere = createLazyElsewhere({
    ...setup,
    writeKey: options.writeKey,
    profile,
    who,
    sessionId: tracker.session.id,
    failed: ({ message }) => report.warn(`guides do not know what happened on other devices: ${message}`),
    changed: () => director.touch(),
  })
  function context(): Context {
    return {
      ...readPage(who()),
      now: now(),
      sessionId: tracker.session.id(),
      history: profile.history(),
      health: elsewhere.health(),
      language: locale,
      segments: config.segments ?? {},
      isVisible: (target) => finding?.locate(target) !== undefined,
    }
  }
  const record = (event: string, properties: Record<string, unknown>): void =>
    tracker.record(event, properties, { messageId: sharedId(who().anonymousId, event, properties) })
  const isTyping = () => tracker.activity.isTyping(now())
  const shared: SharedHost = {
    act,
    context,
    isTyping,
    $tick: {
      listen(listener) {
        ticked.add(listener)
        return () => ticked.delete(listener)
      },
    },
    onEvent,
    rules,
    locale,
    dir: directionOf(locale),
    theme: { ...config.theme, ...options.theme },
    config,
  }
  const director = createDirector({
    entries: createEntries(config, KINDS),
    problems,
    pacing: config.pacing,
    profile,
    createMeasure: setup.measuring?.createMeasure,
    mayShow,
    isAwaiting: () => mayShow() && elsewhere.isAwaited(),
    stage: createStage({
      track: record,
      finding,
      isTyping,
      locale,
      place,
      report,
    }),
    settled() {
      for (const listener of [...ticked]) listener()
    },
    onGuide: ({ guide, kind }, phase) => onGuide({ id: guide.id, kind, phase }),
    shared,
  })

  const features = setup.measuring?.createFeatures({
    features: config.features,
    takeClicks: setup.takeClicks,
    now,
    profile,
    record: tracker.record,
    finding,
    used: (feature) => director.touch(changeOf('feature', feature)),
  })
  const takeIn = createIntake({
    profile,
    rules: whereRules,
    features,
    now,
    recorded: director.hear,
  })

  function follow(next: Who, before: Who): void {
    // The one who is named now did what the anonymous one did.
    const named = before.userId === undefined && next.anonymousId === before.anonymousId
    const isOther = ownerOf(next) !== ownerOf(before)
    if (isOther && profile.become(ownerOf(next), named ? before.anonymousId : undefined))
      director.changeUser()
    if (SELF.some((key) => next[key] !== before[key])) director.touch()
    for (const key of changedKeys(next.traits, before.traits)) director.touch(changeOf('trait', key))
    for (const key of changedKeys(next.account, before.account)) director.touch(changeOf('account', key))
  }

  const cleanups = [
    onEvent(takeIn),
    elsewhere.destroy,
    tracker.identity.onChange(follow),
    privacy.onChange(() => director.touch()),
    setup.onNavigate(director.newPage),
    () => features?.destroy(),
    onVisibility((visible) => (visible ? director.touch() : profile.flush())),
    onPageHide(profile.flush),
    onRestored(director.reclaim),
    director.destroy,
    place.destroy,
    profile.destroy,
  ]
  if (options.debug || /[?&]handrail_debug\b/.test(pageSearch()))
    cleanups.push(
      loadDebugPanel({ ...shared, ...director, problems, early: setup.early, onEvent }, report.error),
    )
  director.newPage()
  // What somebody else did before is not of this user: another user has another anonymous id.
  for (const { event, by } of setup.early) if (by === who().anonymousId) takeIn(event)
  return {
    ...director,
    destroy() {
      for (const cleanup of cleanups) cleanup()
    },
  }
}

/** What the user is known by, beside traits. */
const SELF = ['userId', 'accountId', 'signature'] as const

const changedKeys = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] =>
  Object.keys({ ...a, ...b }).filter((key) => a[key] !== b[key])

const ownerOf = ({ userId, anonymousId }: Who): string => userId ?? anonymousId
