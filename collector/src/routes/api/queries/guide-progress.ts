import type { GuideProgress } from '../../../api-types'
import { sql } from '../../../event-store/sql'
import type { Engine } from '../../../services'
import { person } from '../../../signals/sql/scope'
import type { ConfigWords } from '../config-words'

interface ProgressRow {
  kind: string
  id: string
  shown: number
  completed: number
  dismissed: number
  furthest: number
  total: number
}

/** How many people of an account saw, finished and closed each guide, and the furthest of any in a checklist. */
export async function guideProgress(
  engine: Engine,
  project: string,
  account: string,
  words: ConfigWords,
): Promise<GuideProgress[]> {
  const found = await engine.query<ProgressRow>(sql`
    SELECT kind, id, countIf(saw > 0) AS shown, countIf(finished > 0) AS completed, countIf(closed > 0) AS dismissed,
      max(items) AS furthest, max(item_total) AS total
    FROM (
      SELECT guide_kind AS kind, guide_id AS id, ${person} AS who, countIf(event = 'Guide Shown') AS saw,
        countIf(event IN ${['Guide Completed', 'Survey Completed']}) AS finished,
        countIf(event = 'Guide Dismissed') AS closed, uniqExactIf(item_id, item_id != '') AS items,
        max(total_count) AS item_total
      FROM events WHERE project = ${project} AND account = ${account} AND guide_id != ''
      GROUP BY kind, id, who
    )
    GROUP BY kind, id ORDER BY kind, id`)
  return found.map(({ furthest, total, ...row }) => {
    const known = row.kind === 'checklist' && total > 0
    const name = words(row.kind, row.id)
    return {
      ...row,
      name,
      doneCount: known ? Math.min(furthest, total) : null,
      totalCount: known ? total : null,
    }
  })
}
