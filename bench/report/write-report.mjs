import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBudgets } from './budgets.mjs'
import { machineLines } from './machine.mjs'
import { readResults } from './read-results.mjs'
import { costSection, deliverySection, loadSection, sizeSection, toursSection } from './sections.mjs'
import { table } from './table.mjs'

/** Writes `docs/benchmarks.md` from the results that are there; returns its path. */
export function writeReport(root) {
  const results = readResults(process.env.BENCH_RESULTS ?? join(root, 'bench/peers/results'))
  const path = join(root, 'docs/benchmarks.md')
  const text = [
    introduction,
    '## Machine',
    machineLines(results).join('\n'),
    ...budgets(results),
    ...parts(results),
    ...included(root, 'Targeting', 'benchmarks-targeting.md'),
    ...included(root, 'Ingest', 'benchmarks-ingest.md'),
  ]
  writeFileSync(path, `${text.join('\n\n')}\n`)
  return path
}

const introduction = `# Benchmarks

Written by \`npm run bench\` and never by hand. \`bench/peers/README.md\` says what each figure is and how it is taken. "Control" is
the least code that does the job: one positioned element as a tour, a journal with batches as a tracker. Figures are medians, with
the smallest and largest where they are given. Compare the rows of a table with each other, not with another machine.`

function budgets(results) {
  const rows = checkBudgets(results).map(({ what, budget, found, holds }) => [
    what,
    budget,
    found,
    holds ? 'holds' : '**missed**',
  ])
  return ['## Budgets', table(['what', 'budget', 'found', ''], rows, 4)]
}

function parts(results) {
  const { size, load, tours, track } = results
  return [
    ...(size.length > 0 ? ['## Size', sizeSection(results)] : []),
    ...(load.length > 0 ? ['## Load', loadSection(results)] : []),
    ...(tours.length > 0 ? ['## Tours', toursSection(results)] : []),
    ...(track.length > 0
      ? ['## Tracking: cost', costSection(results), '## Tracking: delivery', deliverySection(results)]
      : []),
  ]
}

/** Figures that are taken by a command of their own, which writes a page of its own. */
function included(root, title, name) {
  const file = join(root, 'docs', name)
  if (!existsSync(file)) return []
  const [, ...rest] = readFileSync(file, 'utf8').trim().split('\n')
  return [`## ${title}`, rest.join('\n').trim().replaceAll(/^## /gm, '### ')]
}
