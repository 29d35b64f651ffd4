import type { Visit } from './message'

/** A track event that belongs to a plan, not to the daily work. */
export interface Act {
  /** Milliseconds after the act before it, or after the visit began. */
  afterMs: number
  path: string
  event: string
  /** Evaluated when the visit is known, for ids that must be drawn in it. */
  properties: (visit: Visit) => Record<string, unknown>
}

/** What a person is going to do with guides, by day; days count from the day the history is made for. */
export type Agenda = Map<number, Act[]>

export function plan(agenda: Agenda, day: number, acts: readonly Act[]): void {
  agenda.set(day, [...(agenda.get(day) ?? []), ...acts])
}

export interface GuideRef {
  kind: 'tour' | 'checklist' | 'survey'
  id: string
  /** Content hash of the guide, as the SDK sends it. */
  version: string
}

export const guideAct = (
  guide: GuideRef,
  afterMs: number,
  path: string,
  event: string,
  properties: Record<string, unknown> = {},
): Act => ({
  afterMs,
  path,
  event,
  properties: () => ({
    guide_id: guide.id,
    guide_kind: guide.kind,
    guide_version: guide.version,
    ...properties,
  }),
})

/** The version of each guide, by `kind/id`. */
export type GuideVersions = Readonly<Record<string, string>>

export const guideRef = (versions: GuideVersions, kind: GuideRef['kind'], id: string): GuideRef => ({
  kind,
  id,
  version: versions[`${kind}/${id}`] ?? '',
})
