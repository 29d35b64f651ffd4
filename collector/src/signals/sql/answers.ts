import { type Sql, sql } from '../../event-store/sql'
import { ANSWER_RANGES } from '../../health/answer-ranges'
import type { Metric } from '../../health/signals'

const METRICS: readonly Metric[] = ['nps', 'csat', 'ces']

const told = sql`visitParamExtractUInt(props, 'scale')`
/** Points of the scale on which CSAT was asked. */
const scale = sql`if(${told} >= 2, ${told}, ${ANSWER_RANGES.csat[1]})`

/** An answer to a metric that its scale has. Rows are written so (`row.ts`); those of older versions hold any number. */
export const isAnswer = sql`(${sql.join(METRICS.map(within), ' OR ')})`

/** CSAT is asked on scales of 2 points and more, and compared on five. */
export const fivePoints = sql`if(metric = 'csat', 1 + (score - 1) * 4 / (${scale} - 1), score)`

function within(metric: Metric): Sql {
  const [low, high] = ANSWER_RANGES[metric]
  return sql`(metric = ${metric} AND score >= ${low} AND score <= ${metric === 'csat' ? scale : high})`
}
