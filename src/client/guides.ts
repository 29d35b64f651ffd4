import { atom } from 'nanostores'
import { collectWhereKeys, type WhereRule } from '../core/conditions'
import type { ExplainedVerdict } from '../core/explain'
import type { Gate } from '../core/gates'
import { recordEvent, recordFeature } from '../core/history'
import { rules } from '../core/rules'
import type { TriggerState } from '../core/triggers'
import type { Who } from '../events/identity'
import type { GuideEvent, HandrailOptions } from '../handrail'
import { directionOf } from '../platform/direction'
import type { Config, Problem, WireEvent } from '../schema'
import { createDirector, type Director } from '../store/director'
import { createEntries } from '../store/entries'
import { type ContextSource, readContext } from './context'
import type { KeptProfile } from './profile'
import type { StageOptions } from './stage'
import { createStage } from './stage'
import { canShow } from './surfaces'

const MAX_EARLY_EVENTS = 1000

export interface GuidesOptions {
  options: HandrailOptions
  locale: string
  profile: KeptProfile
  stage: StageOptions
  context: Omit<ContextSource, 'locale' | 'segments' | '$history' | 'health'>
  mayShow(): boolean
  onEvent(listener: (event: WireEvent) => void): () => void
  onGuide(event: GuideEvent): void
}

export interface Guides {
  /** The config has come: guides may be shown from now on. */
  use(config: Config, problems: readonly Problem[]): void
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): ExplainedVerdict[]
  /** The host has named a user or an account, or forgotten them. */
  follow(who: Who, before: Who): void
  touch(change: string): void
  reclaim(): void
  destroy(): void
}

/** Keeps the history of the user and lets the director decide what is shown. */
export function createGuides(setup: GuidesOptions): Guides {
  const { options, locale, profile, mayShow, onEvent, onGuide } = setup
  const $tick = atom(0)
  let config: Config = { version: 1 }
  let whereRules: readonly WhereRule[] = []
  let director: Director | undefined
  let heard: WireEvent[] = []
  let scheduled = false
  let became = (_: Director): void => {}
  const ready = new Promise<Director>((resolve) => {
    became = resolve
  })

  const context = () =>
    readContext({
      ...setup.context,
      $history: profile.$history,
      health: () => 'unknown',
      locale,
      segments: config.segments ?? {},
    })

  /** Events are taken in together, after the call that tracked them has returned to the host. */
  function hear(event: WireEvent): void {
    if (event.type !== 'track' || heard.length >= MAX_EARLY_EVENTS) return
    heard.push(event)
    if (!scheduled) queueMicrotask(takeIn)
    scheduled = true
  }

  function takeIn(): void {
    scheduled = false
    if (!director) return
    const events = heard
    heard = []
    const now = setup.context.now()
    for (const { event = '', properties } of events) {
      profile.update((history) => recordEvent(history, event, properties ?? {}, whereRules, now))
      const feature = event === 'Feature Used' ? properties?.feature_id : undefined
      if (typeof feature !== 'string') continue
      profile.update((history) => recordFeature(history, feature, now))
      director.touch(`feature:${feature}`)
    }
    for (const event of events) director.hear(event)
  }

  function use(next: Config, problems: readonly Problem[]): void {
    config = next
    whereRules = collectWhereKeys(config)
    // Only `tell` of the director writes these.
    const savedTrigger = (key: string) => profile.progress(`trigger.${key}`) as TriggerState | undefined
    director = createDirector({
      entries: createEntries(config, savedTrigger).filter(({ kind }) => canShow(kind)),
      problems,
      pacing: config.pacing,
      profile,
      mayShow,
      stage: createStage(setup.stage),
      settled: () => $tick.set($tick.get() + 1),
      onGuide: ({ guide, kind }, phase) => onGuide({ id: guide.id, kind, phase }),
      shared: {
        act: setup.stage.act,
        context,
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
    director.touch('page')
    takeIn()
    became(director)
  }

  const unlisten = onEvent(hear)
  return {
    use,
    start: async (id) => (await ready).start(id),
    stop: (id) => director?.stop(id),
    explain(id) {
      takeIn()
      return director?.explain(id) ?? []
    },
    follow(who, before) {
      profile.follow(who, before)
      if (!director) return
      if (who.userId !== before.userId || who.accountId !== before.accountId) director.touch('all')
      for (const key of changedKeys(who.traits, before.traits)) director.touch(`trait:${key}`)
      for (const key of changedKeys(who.account, before.account)) director.touch(`account:${key}`)
    },
    touch: (change) => director?.touch(change),
    reclaim: () => director?.reclaim(),
    destroy() {
      unlisten()
      director?.destroy()
      profile.destroy()
    },
  }
}

const changedKeys = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] =>
  Object.keys({ ...a, ...b }).filter((key) => a[key] !== b[key])
