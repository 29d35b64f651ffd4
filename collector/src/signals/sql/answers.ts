import { type Sql, sql } from '../../event-store/sql'
import { ANSWER_RANGES, FEWEST_POINTS } from '../../health/answer-ranges'
import type { Metric } from '../../health/signals'
import { topLevelNumber } from './top-level'

const METRICS: readonly Metric[] = ['nps', 'csat', 'ces']

/** Only the key of CSAT answers itself: a question may be called `scale` too, and `answers` and `labels` come before it. */
const told = topLevelNumber(sql`if(metric = 'csat', props, '')`, 'scale')
/** Points of the scale on which CSAT was asked. */
const scale = sql`if(${told} >= ${FEWEST_POINTS}, ${told}, ${ANSWER_RANGES.csat[1]})`

/** An answer to a metric that its scale has. Rows are written so (`row.ts`); those of older versions hold any number. */
export const isAnswer = sql`(${sql.join(METRICS.map(within), ' OR ')})`

/** CSAT is asked on scales of 2 points and more, and compared on five. */
export const fivePoints = sql`if(metric = 'csat', 1 + (score - 1) * 4 / (${scale} - 1), score)`

function within(metric: Metric): Sql {
  const [low, high] = ANSWER_RANGES[metric]
  return sql`(metric = ${metric} AND score >= ${low} AND score <= ${metric === 'csat' ? scale : high})`
}
