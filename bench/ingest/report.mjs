import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { figure, spread, table } from '../report/table.mjs'
import { readResults } from './results.mjs'

const path = fileURLToPath(new URL('../../docs/benchmarks-ingest.md', import.meta.url))

/** Writes `docs/benchmarks-ingest.md` from the results that are there; returns its path. */
export async function writeIngestReport() {
  const { acknowledged, sustained, memory } = await readResults()
  const text = [
    introduction,
    ...(acknowledged ? acknowledgedSection(acknowledged) : []),
    ...(sustained ? sustainedSection(sustained) : []),
    ...(memory ? memorySection(memory) : []),
  ]
  await writeFile(path, `${text.join('\n\n')}\n`)
  return path
}

const introduction = `# Benchmarks: ingest

Written by \`node bench/ingest.mjs\` and never by hand. The sender, the collector and its event store share one machine. A batch
is what the browser SDK sends: 50 events of one page, its context once. Figures are medians over turns that alternate between
what is compared, with the smallest and largest.`

function acknowledgedSection({ run, eventsPerSecond: found, ratios }) {
  const rows = [
    ['bare `node:http`: read, parse, the same check', spread(found.bareServer, 0), '–', ''],
    ['collector, its event store standing still', spread(found.alone, 0), ...judged(ratios.alone, 0.5)],
    [
      'collector, loading at the same time',
      spread(found.whileLoading, 0),
      ...judged(ratios.whileLoading, 0.5),
    ],
  ]
  return [
    '## Acknowledged events per second',
    conditions(run),
    'Over 96 connections. Acknowledged means on disk. The first row of the collector is what it gives where the event store has a processor of its own, the second where sender, collector and event store share two.',
    table(['what', 'events/s', 'of bare', 'budget ≥ 0.50'], rows, 1),
  ]
}

function sustainedSection({ run, blockRows, eventsPerSecond: found, ratios }) {
  const bare = (rows) => `bare inserts of blocks of ${figure(rows, 0)} rows that are ready`
  const rows = [
    [bare(blockRows.small), spread(found.bareInserts, 0), '–', ''],
    ['from a full spool into the event store', spread(found.sustained, 0), ...judged(ratios.sustained, 0.8)],
    [bare(blockRows.large), spread(found.largeInserts, 0), '–', ''],
    ['the same beside those', spread(found.sustained, 0), spread(ratios.ofLarge, 2), ''],
  ]
  return [
    '## Sustained into the embedded event store',
    conditions(run),
    `The same rows, table and settings. The spool is filled while the event store stands still, and then loaded until it is empty: reading it, parsing, making rows and handing them over is part of the time. The budget is set by blocks of ${figure(blockRows.small, 0)} rows. While more waits the loader puts up to ${figure(blockRows.large, 0)} together, because the event store then merges less; the last two rows compare it with bare blocks of that size.`,
    table(['what', 'events/s', 'of bare', 'budget ≥ 0.80'], rows, 1),
  ]
}

const judged = (ratio, least) => [spread(ratio, 2), ratio.median >= least ? 'holds' : '**missed**']

function memorySection(found) {
  const { run, seconds, spoolMaxBytes, acknowledged, refused, counted, readyAfterwards } = found
  const row = (what, [first, second]) => [what, figure(first, 0), figure(second, 0)]
  return [
    `## Memory under ${figure(seconds / 60, 0)} minutes of overload`,
    conditions(run),
    `The collector is sent more than its event store takes; ${figure(spoolMaxBytes / 1024 ** 2, 0)} MB may wait in its spool. Highest figures of each half:`,
    table(
      ['resident', 'first half, MB', 'second half, MB'],
      [row('collector', found.collectorMB), row('event store', found.engineMB)],
      1,
    ),
    [
      `- highest in the spool: ${found.spoolMB} MB, its oldest event ${found.lagSeconds} s old`,
      `- answered 503 because the spool was full: ${figure(refused, 0)} events; \`/readyz\` said so in ${found.series.filter(({ ready }) => !ready).length} of ${found.series.length} samples, afterwards it was ${readyAfterwards ? 'ready' : '**not ready**'}`,
      `- acknowledged: ${figure(acknowledged, 0)}; in the event store afterwards: ${figure(counted, 0)}, ${counted === acknowledged ? 'every one once' : '**not the same**'}`,
    ].join('\n'),
  ]
}

const conditions = ({ date, node, cpu, cores, loadAverage }) =>
  `${date}, Node ${node}, ${cores} cores (${cpu}), load average before ${loadAverage.join(' ')}.`
