import { atom } from 'nanostores'
import { collectWhereKeys } from '../core/conditions'
import type { ExplainedVerdict } from '../core/explain'
import type { Gate } from '../core/gates'
import { recordEvent, recordFeature } from '../core/history'
import { rules } from '../core/rules'
import type { TriggerState } from '../core/triggers'
import type { Who } from '../events/identity'
import type { GuideEvent, HandrailOptions } from '../handrail'
import { directionOf } from '../platform/direction'
import { createPlace } from '../platform/place'
import type { KeyValueStorage } from '../platform/storage'
import type { Config, Problem, WireEvent } from '../schema'
import { createDirector } from '../store/director'
import { createEntries } from '../store/entries'
import { createActions } from './actions'
import { type ContextSource, readContext } from './context'
import { keepProfile } from './profile'
import { createStage, type StageOptions } from './stage'
import { canShow } from './surfaces'

export interface GuidesOptions {
  options: HandrailOptions
  config: Config
  problems: readonly Problem[]
  locale: string
  storage: KeyValueStorage
  stage: Omit<StageOptions, 'act'>
  /** An event in the name of the host. */
  track(event: string, properties?: Record<string, unknown>): void
  start(id: string): void
  context: Pick<ContextSource, 'now' | 'who' | 'sessionId'>
  mayShow(): boolean
  onEvent(listener: (event: WireEvent) => void): () => void
  onGuide(event: GuideEvent): void
}

export interface Guides {
  /** An event was tracked. */
  hear(event: WireEvent): void
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): ExplainedVerdict[]
  /** The host has named a user or an account, or forgotten them. */
  follow(who: Who, before: Who): void
  /** Something else has changed: `page`, `time`, or `all` for consent. */
  touch(change: string): void
  /** The page is hidden or left: what is known is written down. */
  flush(): void
  reclaim(): void
  destroy(): void
}

/** Keeps the history of the user and lets the director decide what is shown. */
export function createGuides(setup: GuidesOptions): Guides {
  const { options, config, problems, locale, storage, mayShow, onEvent, onGuide } = setup
  const { now, who } = setup.context
  const $tick = atom(0)
  const whereRules = collectWhereKeys(config)
  const act = createActions({
    ...options,
    start: setup.start,
    track: setup.track,
    report: setup.stage.report,
  })
  const place = createPlace(`handrail.${options.writeKey}.interruption`)
  const profile = keepProfile(storage, who(), () => director.touch('all'))
  // Only the director writes these.
  const savedTrigger = (key: string) => profile.progress(`trigger.${key}`) as TriggerState | undefined
  let heard: WireEvent[] = []
  let scheduled = false

  const source: ContextSource = {
    ...setup.context,
    $history: profile.$history,
    health: () => 'unknown',
    locale,
    segments: config.segments ?? {},
  }
  const director = createDirector({
    entries: createEntries(config, savedTrigger).filter(({ kind }) => canShow(kind)),
    problems,
    pacing: config.pacing,
    profile,
    mayShow,
    stage: createStage({ ...setup.stage, act, place }),
    settled: () => $tick.set($tick.get() + 1),
    onGuide: ({ guide, kind }, phase) => onGuide({ id: guide.id, kind, phase }),
    shared: {
      act,
      context: () => readContext(source),
      $tick,
      onEvent,
      rules,
      locale,
      dir: directionOf(locale),
      theme: { ...config.theme, ...options.theme },
      config,
      nonce: options.nonce,
    },
  })

  /** Events are taken in together, after the call that tracked them has returned to the host. */
  function takeIn(): void {
    scheduled = false
    const events = heard
    heard = []
    for (const { event = '', properties } of events) {
      profile.update((history) => recordEvent(history, event, properties ?? {}, whereRules, now()))
      const feature = event === 'Feature Used' ? properties?.feature_id : undefined
      if (typeof feature !== 'string') continue
      profile.update((history) => recordFeature(history, feature, now()))
      director.touch(`feature:${feature}`)
    }
    for (const event of events) director.hear(event)
  }

  director.touch('page')
  return {
    hear(event) {
      if (event.type !== 'track') return
      heard.push(event)
      if (!scheduled) queueMicrotask(takeIn)
      scheduled = true
    },
    start(id) {
      takeIn()
      return director.start(id)
    },
    explain(id) {
      takeIn()
      return director.explain(id)
    },
    stop: director.stop,
    follow(next, before) {
      profile.follow(next, before)
      if (next.userId !== before.userId || next.accountId !== before.accountId) director.touch('all')
      for (const key of changedKeys(next.traits, before.traits)) director.touch(`trait:${key}`)
      for (const key of changedKeys(next.account, before.account)) director.touch(`account:${key}`)
    },
    touch: director.touch,
    flush: profile.flush,
    reclaim: director.reclaim,
    destroy() {
      director.destroy()
      place.destroy()
      profile.destroy()
    },
  }
}

const changedKeys = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] =>
  Object.keys({ ...a, ...b }).filter((key) => a[key] !== b[key])
