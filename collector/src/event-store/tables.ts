import { type Sql, sql } from './sql'

/**
 * One column of a table. `type` is what ClickHouse 18.16 and 26.7 both know; `codec` and `lowCardinality` are added
 * where the server knows them too.
 */
export interface Column {
  name: string
  type: string
  lowCardinality?: true
  codec?: string
}

interface Table {
  columns: readonly Column[]
  partitionBy: string
  orderBy: string
}

const text = <Name extends string>(name: Name) => ({ name, type: 'String', codec: 'ZSTD(1)' })
const label = <Name extends string>(name: Name) => ({ name, type: 'String', lowCardinality: true as const })
const column = <Name extends string>(name: Name, type: string) => ({ name, type })
/** Milliseconds grow slowly from row to row, so that their differences are small. */
const time = <Name extends string>(name: Name) => ({ name, type: 'UInt64', codec: 'DoubleDelta, ZSTD(1)' })

/** One row per message, in the order the loader writes them. */
export const eventColumns = [
  label('project'),
  text('account'),
  text('user'),
  text('anonymous'),
  text('session'),
  text('message_id'),
  column('day', 'Date'),
  time('ts'),
  time('received'),
  time('ver'),
  label('type'),
  label('event'),
  column('activity', 'UInt8'),
  text('path'),
  label('guide_kind'),
  label('guide_id'),
  label('guide_version'),
  label('step_id'),
  label('item_id'),
  label('how'),
  label('reason'),
  column('step_index', 'UInt16'),
  column('done_count', 'UInt16'),
  column('total_count', 'UInt16'),
  label('feature'),
  label('metric'),
  text('submission'),
  label('question'),
  text('answers'),
  column('score', 'Float32'),
  column('duration_ms', 'UInt32'),
  column('active_ms', 'UInt32'),
  column('actions', 'UInt32'),
  column('seats', 'Float64'),
  column('mrr', 'Float64'),
  column('renews', 'Date'),
  column('created', 'Date'),
  label('role'),
  text('props'),
  text('context'),
] as const satisfies readonly Column[]

const tables: Record<string, Table> = {
  events: {
    columns: eventColumns,
    partitionBy: 'toYYYYMM(day)',
    orderBy: '(project, account, day, message_id)',
  },
  scores: {
    columns: [
      label('project'),
      text('account'),
      column('day', 'Date'),
      column('score', 'Float64'),
      label('band'),
      label('model_hash'),
      column('coverage', 'Float64'),
      text('detail'),
      time('ver'),
    ],
    partitionBy: 'toYYYYMM(day)',
    orderBy: '(project, account, day)',
  },
}

/** What the engine at hand can do. 18.16 knows neither codecs nor LowCardinality nor a window for retried blocks. */
export interface Dialect {
  modern: boolean
}

/** The statements that make every table that is missing; safe to run at each start. */
export function createTables({ modern }: Dialect): Sql[] {
  return Object.entries(tables).map(([name, table]) =>
    sql.raw(
      `CREATE TABLE IF NOT EXISTS ${name} (${table.columns.map((one) => define(one, modern)).join(', ')}) ` +
        `ENGINE = ReplacingMergeTree(ver) PARTITION BY ${table.partitionBy} ORDER BY ${table.orderBy}` +
        (modern ? settings : ''),
    ),
  )
}

function define({ name, type, lowCardinality, codec }: Column, modern: boolean): string {
  if (!modern) return `${name} ${type}`
  return `${name} ${lowCardinality ? `LowCardinality(${type})` : type}${codec ? ` CODEC(${codec})` : ''}`
}

/**
 * The engine forgets a block's token after this many later blocks. The loader retries only the last block, so that any
 * number above one would do; the rest is for imports that run beside it.
 */
const deduplicatedBlocks = 1000

/** `fsync_after_insert`: the spool lets go of a block once the engine has it, so that it must be on disk by then. */
const settings = ` SETTINGS non_replicated_deduplication_window = ${deduplicatedBlocks}, fsync_after_insert = 1, fsync_part_directory = 1`
