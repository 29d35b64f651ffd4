import type { Context, GuideRecord } from '../core/context'
import { type Gate, recordOf } from '../core/gates'
import { recordGuide, recordShown } from '../core/history'
import { putOff } from '../core/snooze'
import type { OpenSurface, Outcome, SharedHost, Surface, SurfaceHost } from '../core/surface'
import type { Entry } from './entries'
import type { Profile } from './profile'

/** What a surface reports, seen by the director. */
export interface ShowingEvents {
  track(event: string, properties: Record<string, unknown>): void
  /** First time on the screen. */
  shown(): void
  ended(outcome: Outcome, wasSeen: boolean): void
}

/** A guide that is open. */
export interface Showing {
  entry: Entry
  surface: Surface
  /** Resolves when the user sees it, or with the gate that kept it away. Never rejects. */
  seen: Promise<'shown' | Gate>
  /** Whether it was closed or put off elsewhere, in another tab or on another device, since it was opened here. */
  isOver(context: Context): boolean
  /** Takes it off the screen; another guide or `stop()` is the reason. */
  end(how: 'superseded' | 'close'): void
  /** Takes it off the screen without a word: the page goes, another tab goes on with it, or the SDK ends. */
  leave(why: Gate): void
}

const CLOSING = {
  completed: 'Guide Completed',
  dismissed: 'Guide Dismissed',
  snoozed: 'Guide Snoozed',
  failed: 'Guide Failed',
} as const satisfies Record<Outcome, string>

/**
 * Opens a guide and keeps its history: what happened, for gates and conditions; how far it came, for resuming. `endsHere`:
 * when guides were last ended in this tab, by outcome and id, in ms since the epoch; one of another kind with the same id has
 * the same record.
 */
export function openShowing(
  entry: Entry,
  open: OpenSurface,
  shared: SharedHost,
  profile: Profile,
  endsHere: Map<string, number>,
  events: ShowingEvents,
): Showing {
  const { guide, key } = entry
  // One that goes on where it was has been announced before.
  const resumed = profile.progress(key) !== undefined
  const opened = shared.context()
  // Another clock may be ahead of this one.
  const since = Math.max(opened.now, ...endsOf(recordOf(guide, opened)))
  let wasSeen = resumed
  let over = false
  let settle = (_: 'shown' | Gate): void => {}
  const seen = new Promise<'shown' | Gate>((resolve) => {
    settle = resolve
  })
  const record = (change: Parameters<typeof recordGuide>[2]) =>
    profile.update((history) => recordGuide(history, guide.id, change))

  function track(event: string, properties: Record<string, unknown> = {}): void {
    const context = shared.context()
    if (event === 'Guide Shown') {
      wasSeen = true
      profile.update((history) => recordShown(history, entry, context))
      events.shown()
      settle('shown')
    }
    if (STARTS.has(event)) record({ started: recordOf(guide, context)?.started ?? context.now })
    if (event === 'Survey Answered') record({ answered: context.now })
    events.track(event, { ...entry.about(), ...properties })
  }

  function close(outcome: Outcome, properties: Record<string, unknown> = {}): void {
    if (over) return
    over = true
    const { now, sessionId }: Context = shared.context()
    endsHere.set(`${outcome} ${guide.id}`, now)
    if (outcome === 'snoozed') record(putOff(guide, now))
    else if (outcome !== 'failed') record({ [outcome]: now, session: sessionId })
    // A snoozed guide goes on where it was; any other begins anew.
    if (outcome !== 'snoozed') profile.setProgress(key, undefined)
    track(CLOSING[outcome], properties)
    events.ended(outcome, wasSeen)
    settle('target')
  }

  const host: SurfaceHost = {
    ...shared,
    track,
    close,
    saved: () => profile.progress(key),
    save: (state) => {
      if (!over) profile.setProgress(key, state)
    },
  }
  const surface = open(guide, host)
  if (resumed) settle('shown')
  return {
    entry,
    surface,
    seen,
    isOver: (context) =>
      endsOf(recordOf(guide, context)).some(
        (endedAt) => endedAt > since && ![...endsHere.values()].includes(endedAt),
      ),
    end(how) {
      surface.close()
      close('dismissed', { how })
    },
    leave(why) {
      over = true
      surface.close()
      settle(why)
    },
  }
}

const endsOf = ({ completed = 0, dismissed = 0, snoozedAt = 0 }: Partial<GuideRecord> = {}): number[] => [
  completed,
  dismissed,
  snoozedAt,
]
const STARTS: ReadonlySet<string> = new Set(['Step Completed', 'Item Completed', 'Survey Answered'])
