import { inOrder, medianOf } from './read-results.mjs'
import { each, figure, kilobytes, spread, table } from './table.mjs'

export function sizeSection({ size }) {
  const rows = inOrder(size).map((row) => [
    `${row.id} ${row.version}`,
    row.note ? `${row.label} (${row.note})` : row.label,
    kilobytes(row.size.raw),
    kilobytes(row.size.gzip),
    kilobytes(row.size.brotli),
    row.later ? kilobytes(row.later.gzip) : '–',
  ])
  return table(['SDK', 'build', 'KB minified', 'gzip -9', 'brotli 11', 'loaded later, gzip'], rows, 2)
}

export function loadSection({ load }) {
  const rows = inOrder(load).map((row) => [
    `${row.id} ${row.version}`,
    row.label,
    spread(row.linkedCpuMs),
    spread(row.inlineCpuMs),
    spread(row.inlineWallMs),
    spread(row.withStartCpuMs),
    figure(row.longTasks, 0),
    figure(row.heapKiB, 0),
  ])
  const head = [
    'SDK',
    'build',
    'linked, CPU ms',
    'inline, CPU ms',
    'inline, wall ms',
    'with its start, CPU ms',
    'long tasks',
    'heap KiB',
  ]
  return table(head, rows, 2)
}

export function toursSection({ tours }) {
  const rows = inOrder(tours).map((row) => [
    `${row.id} ${row.version}`,
    row.variant,
    spread(row.startFirstMs, 0),
    spread(row.startSettledMs, 0),
    spread(row.nextFirstMs, 0),
    spread(row.nextSettledMs, 0),
    figure(row.blockingMs, 0),
    row.errors.join(' · ') || '–',
  ])
  const head = [
    'SDK',
    'variant',
    'start → first frame, ms',
    '→ at rest',
    'next → first frame, ms',
    '→ at rest',
    'blocking ms per tour',
    'errors',
  ]
  return table(head, rows, 2)
}

export function costSection({ track }) {
  const rows = inOrder(track.filter(({ scenario }) => scenario === 'normal')).map((row) => {
    const inBatches = find(track, row, 'batches')
    return [
      `${row.id} ${row.version}`,
      row.variant,
      figure(medianOf(row, 'wallUsPerCall')),
      figure(medianOf(row, 'cpuUsPerCall')),
      figure(medianOf(row, 'cpuUsPerEvent')),
      figure(medianOf(row, 'requests'), 0),
      figure(medianOf(row, 'preflights'), 0),
      figure(medianOf(row, 'bytesPerEvent'), 0),
      figure(medianOf(inBatches, 'bytesPerEvent'), 0),
      figure(medianOf(inBatches, 'bytesPerEventWithHeaders'), 0),
    ]
  })
  const head = [
    'SDK',
    'variant',
    '`track()`, wall µs',
    '`track()`, CPU µs',
    'CPU µs per event, all told',
    'requests',
    'preflights',
    'bytes per event',
    'in fifties',
    'with headers',
  ]
  return table(head, rows, 2)
}

export function deliverySection({ track }) {
  const rows = inOrder(track.filter(({ scenario }) => scenario === 'normal')).map((row) => {
    const arrived = (scenario, key = 'arrived') =>
      each((find(track, row, scenario)?.outcomes ?? []).map((one) => one[key]))
    const twice = ['normal', 'close', 'unavailable', 'offline'].map((name) => arrived(name, 'duplicates'))
    return [
      `${row.id} ${row.version}`,
      row.variant,
      arrived('normal'),
      arrived('close', 'afterClose'),
      arrived('close'),
      arrived('unavailable', 'unprompted'),
      arrived('unavailable'),
      arrived('offline'),
      twice.join(' / '),
    ]
  })
  const head = [
    'SDK',
    'variant',
    'page stays',
    'closed after 50 ms',
    'and the next visit',
    '503 for 3 s',
    'and one more event',
    'offline, reload, online',
    'second copies (stays / closed / 503 / offline)',
  ]
  return table(head, rows, 2)
}

const find = (track, { id, variant }, scenario) =>
  track.find((row) => row.id === id && row.variant === variant && row.scenario === scenario)
