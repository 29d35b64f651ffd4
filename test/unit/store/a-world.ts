import { collectWhereKeys } from '../../../src/core/conditions'
import { recordEvent } from '../../../src/core/history'
import { rules } from '../../../src/core/rules'
import type { OpenSurface, Outcome, SurfaceHost } from '../../../src/core/surface'
import type { Listening, TriggerInput } from '../../../src/core/triggers'
import type { Config, Problem, Target } from '../../../src/schema'
import { createDirector, type Director } from '../../../src/store/director'
import { createEntries } from '../../../src/store/entries'
import { createMeasure } from '../../../src/store/measure'
import { createProfile, type Profile } from '../../../src/store/profile'
import type { Stage } from '../../../src/store/stage'
import { createWaits, type Obstacles } from '../../../src/store/waits'
import { aContext, NOW } from '../core/a-context'

/** A guide on the screen of the test. */
interface Shown {
  id: string
  host: SurfaceHost
}

interface Tracked {
  event: string
  properties: Record<string, unknown>
}

/** One visit of a page: the real director, readiness, opener and profile on a page that is nothing but memory. */
export interface World {
  director: Director
  profile: Profile
  /** What is on the screen now, oldest first. */
  screen: Shown[]
  tracked: Tracked[]
  warnings: string[]
  /** What is listened to now. */
  moments: Map<(input: TriggerInput) => void, Listening>
  obstacles: Set<Obstacles>
  timers: Map<() => void, number>
  /** Ids of guides that were only rehearsed. */
  rehearsed: Set<string>
  /** What the page is like; change it and tell the director. */
  page: {
    path: string
    session: string
    now: number
    typing: boolean
    dialog: boolean
    hidden: boolean
    takenElsewhere: boolean
  }
  visible: Set<Target>
  /** Guides that are not seen as soon as they are opened: they wait on the screen, or fail. */
  unseen: Map<string, 'waits' | 'fails'>
  /** Runs while the chunk of a guide is being loaded. */
  loading(): void
  /** The place among the tabs is freed. */
  releasing(): void
  isDialogOpen(): boolean
  /** Whether this tab has the place for an interruption. */
  claimed(): boolean
  traits: Record<string, unknown>
  mayShow: boolean
  ids(): string[]
  goTo(path: string): Promise<void>
  /** Lets so many ms pass. */
  pass(ms: number): Promise<void>
  /** An event of the product. */
  did(event: string, properties?: Record<string, unknown>): Promise<void>
  happen(input: TriggerInput): Promise<void>
  /** Something has changed by which waiting is over. */
  clear(): Promise<void>
  leave(): void
}

type Texts = Map<string, string>

export async function visit(
  config: Partial<Config>,
  texts: Texts = new Map(),
  start = NOW,
  problems: readonly Problem[] = [],
): Promise<World> {
  const whole: Config = { version: 1, ...config }
  const whereRules = collectWhereKeys(whole)
  const freed = new Set<() => void>()
  const profile = createProfile({
    storage: {
      get: (key) => JSON.parse(texts.get(key) ?? 'null') ?? undefined,
      set: (key, value) => void texts.set(key, JSON.stringify(value)),
      remove: (key) => void texts.delete(key),
      onChange: () => () => {},
    },
    owner: 'u_1',
    rules: whereRules,
    changed: () => director.touch(),
  })
  const page: World['page'] = {
    path: '/',
    session: 's_1',
    now: start,
    typing: false,
    dialog: false,
    hidden: false,
    takenElsewhere: false,
  }
  const context = () =>
    aContext({
      now: page.now,
      path: page.path,
      sessionId: page.session,
      history: profile.history(),
      traits: world.traits,
      segments: whole.segments ?? {},
      isVisible: (target) => world.visible.has(target),
    })
  const until = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value) => {
    map.set(key, value)
    return () => map.delete(key)
  }
  let claimed = false
  const openShown: OpenSurface = (guide, host) => {
    const shown = { id: guide.id, host }
    world.screen.push(shown)
    const isNew = host.saved() === undefined
    host.save({ begun: true })
    const close = () => void world.screen.splice(world.screen.indexOf(shown), 1)
    const unseen = world.unseen.get(guide.id)
    if (unseen === 'fails') {
      close()
      host.close('failed', { reason: 'no_step_shown' })
    } else if (isNew && !unseen) host.track('Guide Shown')
    return { close }
  }
  const later: Stage['later'] = (delayMs, run) => until(world.timers, run, page.now + delayMs)
  const stage: Stage = {
    track: (event, properties) => world.tracked.push({ event, properties }),
    report: { error: (text) => world.warnings.push(text), warn: (text) => world.warnings.push(text) },
    load: async () => {
      world.loading()
      return openShown
    },
    rehearse: ({ guide }) => world.rehearsed.add(guide.id),
    isTyping: () => page.typing,
    isDialogOpen: () => world.isDialogOpen(),
    isHidden: () => page.hidden,
    isInDialog: () => false,
    onMoment: (wanted, happened) => until(world.moments, happened, wanted),
    loadWaits(again, loaded) {
      const onceClear = (obstacles: Obstacles) => {
        world.obstacles.add(obstacles)
        return () => world.obstacles.delete(obstacles)
      }
      const waits = createWaits({ again, onceClear, later, track: stage.track })
      loaded(waits)
      return waits.destroy
    },
    later,
    claim: async () => {
      claimed = !page.takenElsewhere
      return claimed
    },
    release: () => {
      world.releasing()
      claimed = false
    },
    onFreed(run) {
      freed.add(run)
      return () => freed.delete(run)
    },
  }
  const director = createDirector({
    entries: createEntries(whole, ['tour', 'checklist', 'survey', 'announcement', 'hint']),
    problems,
    pacing: whole.pacing,
    profile,
    createMeasure,
    mayShow: () => world.mayShow,
    isAwaiting: () => false,
    stage,
    settled: () => {},
    onGuide: () => {},
    shared: {
      act: () => {},
      isTyping: () => false,
      context,
      $tick: { listen: () => () => {} },
      onEvent: () => () => {},
      rules,
      locale: 'en',
      dir: 'ltr',
      theme: {},
      config: whole,
    },
  })
  const world: World = {
    director,
    profile,
    screen: [],
    tracked: [],
    warnings: [],
    moments: new Map(),
    obstacles: new Set(),
    timers: new Map(),
    rehearsed: new Set(),
    page,
    visible: new Set(),
    unseen: new Map(),
    loading: () => {},
    releasing: () => {},
    isDialogOpen: () => page.dialog,
    claimed: () => claimed,
    traits: {},
    mayShow: true,
    ids: () => world.screen.map(({ id }) => id),
    async goTo(path) {
      page.path = path
      director.newPage()
      await settled()
    },
    async pass(ms) {
      page.now += ms
      for (const [run, dueAt] of [...world.timers]) {
        if (dueAt > page.now) continue
        world.timers.delete(run)
        run()
      }
      await settled()
    },
    async did(event, properties = {}) {
      profile.update((history) => recordEvent(history, event, properties, whereRules, page.now))
      director.hear(event, properties)
      await settled()
    },
    async happen(input) {
      for (const [happened] of [...world.moments]) happened(input)
      await settled()
    },
    async clear() {
      director.touch()
      for (const run of [...freed]) run()
      await settled()
    },
    leave() {
      director.destroy()
      profile.destroy()
    },
  }
  return world
}

/** The user ends a guide. */
export function end(world: World, id: string, outcome: Outcome): Promise<void> {
  const at = world.screen.findIndex((shown) => shown.id === id)
  const [shown] = world.screen.splice(at, 1)
  shown?.host.close(outcome)
  return settled()
}

/** Lets every microtask of a decision run: load, claim, last look, show. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
