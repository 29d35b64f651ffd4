import type { Context } from '../core/context'
import type { OpenGuide } from '../core/free'
import { type Gate, recordOf } from '../core/gates'
import { isPutOff } from '../core/snooze'
import type { OpenSurface, Outcome, SharedHost } from '../core/surface'
import type { Entry } from './entries'
import type { Profile } from './profile'
import { openShowing, type Showing } from './showing'
import type { Stage } from './stage'

/** What the other tab wrote before it freed the place takes another way than the news of that, and may come later. */
const NEWS_MS = 100

interface Options {
  shared: SharedHost
  profile: Profile
  stage: Stage
  /** Asked again when everything is loaded: the gate that refuses now. */
  refusal(entry: Entry, asked: boolean): Gate | undefined
  shown(entry: Entry): void
  ended(entry: Entry, outcome: Outcome, wasSeen: boolean): void
  /** What kept a guide away may be another thing now, or nothing. */
  again(): void
}

export interface Opener {
  /**
   * Resolves when the user sees it, or with the gate that kept it away. `isAsked`: by `start()`. Never rejects. What is
   * being opened already is opened once.
   */
  open(entry: Entry, isAsked: boolean): Promise<'shown' | Gate>
  isOpen(entry: Entry): boolean
  /** What else is open or about to be, in this tab or another one. */
  openGuides(except: readonly Entry[]): OpenGuide[]
  showings(): Showing[]
  /** The page is back from the cache: another tab may have taken the place. */
  reclaim(): Promise<void>
  /** Takes off the screen, without a word, what was closed or put off elsewhere, and returns it. Only the latter goes on later. */
  leaveOver(context: Context): Entry[]
  /** Takes everything off the screen without a word; it goes on where it was when it may be shown again. */
  leave(why: Gate): void
  destroy(): void
}

/** Brings guides to the screen: chunk, place among the tabs, a last look at the gates, surface. */
export function createOpener({ shared, profile, stage, refusal, shown, ended, again }: Options): Opener {
  /** Until their surface is there. */
  const opening = new Map<Entry, Promise<'shown' | Gate>>()
  /** Those of them that `start()` asked for. */
  const asked = new Set<Entry>()
  const showings = new Map<Entry, Showing>()
  const endsHere = new Map<string, number>()
  /** How often everything had to go: what was asked for before is not for who comes after. */
  let departures = 0
  let takenElsewhere = false
  let stopWaiting = (): void => {}

  function open(entry: Entry, isAsked: boolean): Promise<'shown' | Gate> {
    if (isAsked) asked.add(entry)
    const opened = opening.get(entry) ?? bring(entry)
    opening.set(entry, opened)
    return opened
  }

  async function bring(entry: Entry): Promise<'shown' | Gate> {
    const begun = departures
    try {
      // Neither waits for the other: each answers in a task of its own, and a frame may come in between.
      const [surface, isFree] = await Promise.all([
        stage.load(entry.kind, entry.guide),
        entry.slot === 'interrupt' ? claim() : true,
      ])
      if (!isFree) return 'free'
      // Chunk and place took their time: the world may be another one now.
      const refused = departures > begun ? 'free' : refusal(entry, asked.has(entry))
      if (refused) again()
      return refused ?? show(entry, surface)
    } catch (error) {
      stage.report.error(`${entry.key} could not be shown: ${(error as Error).message}`)
      return 'target'
    } finally {
      opening.delete(entry)
      asked.delete(entry)
      releaseIfIdle()
    }
  }

  /** Throws when the surface does. */
  function show(entry: Entry, surface: OpenSurface): Showing['seen'] {
    let over = false
    const showing = openShowing(entry, surface, shared, profile, endsHere, {
      track: stage.track,
      shown: () => shown(entry),
      ended(outcome, wasSeen) {
        over = true
        showings.delete(entry)
        // Whichever tab comes next must know of it.
        profile.flush()
        releaseIfIdle()
        ended(entry, outcome, wasSeen)
      },
    })
    if (!over) showings.set(entry, showing)
    // It stands in other tabs too: until it is written, their progress would be hidden here by the beginning of ours.
    if (entry.slot !== 'interrupt') profile.flush()
    return showing.seen
  }

  async function claim(): Promise<boolean> {
    stopWaiting()
    takenElsewhere = !(await stage.claim())
    if (takenElsewhere)
      stopWaiting = stage.onFreed(() => {
        stopWaiting = stage.later(NEWS_MS, freed)
      })
    return !takenElsewhere
  }

  function freed(): void {
    takenElsewhere = false
    profile.refresh()
    again()
  }

  function leave(left: readonly Showing[], why: Gate): void {
    for (const { entry, leave } of left) {
      showings.delete(entry)
      leave(why)
    }
    releaseIfIdle()
  }

  function leaveAll(why: Gate): void {
    departures++
    leave([...showings.values()], why)
  }

  function releaseIfIdle(): void {
    if (![...showings.keys(), ...opening.keys()].some(({ slot }) => slot === 'interrupt')) stage.release()
  }

  function openGuides(except: readonly Entry[]): OpenGuide[] {
    const here = [...new Set([...showings.keys(), ...opening.keys()])]
      .filter((entry) => !except.includes(entry))
      .map(({ guide, kind, slot }) => ({ id: guide.id, kind, slot, here: true }))
    return takenElsewhere ? [...here, { id: '', kind: 'tour', slot: 'interrupt', here: false }] : here
  }

  return {
    open,
    openGuides,
    isOpen: (entry) => showings.has(entry) || opening.has(entry),
    showings: () => [...showings.values()],
    async reclaim() {
      const interruptions = [...showings.values()].filter(({ entry }) => entry.slot === 'interrupt')
      // A page in the cache waits for no place: who was refused it asks anew.
      if (interruptions.length === 0) freed()
      else if (!(await claim())) leave(interruptions, 'free')
    },
    leaveOver(context) {
      const over = [...showings.values()].filter((showing) => showing.isOver(context))
      leave(over, 'frequency')
      const left = over.map(({ entry }) => entry)
      for (const { guide, key } of left)
        if (!isPutOff(recordOf(guide, context))) profile.setProgress(key, undefined)
      return left
    },
    leave: leaveAll,
    destroy() {
      stopWaiting()
      leaveAll('free')
      stage.release()
    },
  }
}
