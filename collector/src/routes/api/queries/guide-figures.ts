import type { GuideDetail, GuideStep, GuideSummary } from '../../../api-figures'
import { type Sql, sql } from '../../../event-store/sql'
import { ratio } from '../../../health/metrics/ratio'
import type { Engine } from '../../../services'
import { person } from '../../../signals/sql/scope'

const FINISHED = ['Guide Completed', 'Survey Completed']

/** People by outcome for every guide of a project, or for one. A person counts once in each, whatever the repeats. */
export async function guideFigures(
  engine: Engine,
  project: string,
  only?: { kind: string; id: string },
): Promise<GuideSummary[]> {
  const people = (events: readonly string[]) => sql`uniqExactIf(who, event IN ${events})`
  const found = await engine.query<
    Omit<GuideSummary, 'completionRate' | 'lastShown'> & { last_shown: number }
  >(sql`
    SELECT guide_kind AS kind, guide_id AS id, ${people(['Guide Shown'])} AS shown, ${people(FINISHED)} AS completed,
      ${people(['Guide Dismissed'])} AS dismissed, ${people(['Guide Failed'])} AS failed,
      ${people(['Guide Withheld'])} AS withheld, ${people(['Guide Goal Reached'])} AS goalReached,
      maxIf(ts, event = 'Guide Shown') AS last_shown
    FROM (SELECT guide_kind, guide_id, event, ts, ${person} AS who FROM events WHERE ${guideRows(project, only)})
    GROUP BY kind, id ORDER BY kind, id`)
  return found.map(({ last_shown, ...row }) => ({
    ...row,
    completionRate: ratio(row.completed, row.shown),
    lastShown: last_shown || null,
  }))
}

/** Steps of a tour or items of a checklist, in the order in which they were met. */
export async function guideSteps(
  engine: Engine,
  project: string,
  guide: { kind: string; id: string },
): Promise<GuideStep[]> {
  const found = await engine.query<GuideStep & { place: number; times: number[] }>(sql`
    SELECT id, min(place) AS place, countIf(seen > 0) AS viewed, countIf(done > 0) AS completed,
      arraySort(groupArrayIf(done - seen, seen > 0 AND done >= seen)) AS times,
      countIf(failures > 0) AS failed, countIf(heals > 0) AS healed
    FROM (
      SELECT if(step_id = '', item_id, step_id) AS id, ${person} AS who, min(step_index) AS place,
        minIf(ts, event = 'Step Viewed') AS seen, minIf(ts, event IN ${['Step Completed', 'Item Completed']}) AS done,
        countIf(event = 'Guide Failed') AS failures, countIf(event = 'Target Healed') AS heals
      FROM events WHERE ${guideRows(project, guide)} AND (step_id != '' OR item_id != '')
      GROUP BY id, who
    )
    GROUP BY id ORDER BY place, id`)
  return found.map(({ place, times, ...step }) => ({
    ...step,
    index: guide.kind === 'tour' ? place : null,
    medianMs: median(times),
  }))
}

/** How people closed a guide, and what kept it from being shown. */
export async function guideTroubles(
  engine: Engine,
  project: string,
  guide: { kind: string; id: string },
): Promise<Pick<GuideDetail, 'dismissals' | 'failures'>> {
  const dismissals = await engine.query<{ how: string; people: number }>(sql`
    SELECT how, uniqExact(${person}) AS people FROM events
    WHERE ${guideRows(project, guide)} AND event = 'Guide Dismissed' GROUP BY how ORDER BY people DESC, how`)
  const failures = await engine.query<{ step_id: string; reason: string; people: number; last: number }>(sql`
    SELECT step_id, reason, uniqExact(${person}) AS people, max(ts) AS last FROM events
    WHERE ${guideRows(project, guide)} AND event = 'Guide Failed'
    GROUP BY step_id, reason ORDER BY people DESC, step_id, reason`)
  return {
    dismissals,
    failures: failures.map(({ step_id, ...row }) => ({ stepId: step_id || null, ...row })),
  }
}

function guideRows(project: string, only?: { kind: string; id: string }): Sql {
  const guide = only ? sql`guide_kind = ${only.kind} AND guide_id = ${only.id}` : sql`guide_id != ''`
  return sql`project = ${project} AND ${guide}`
}

/** Of sorted values; `null` without any. */
function median(sorted: readonly number[]): number | null {
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
