import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeReport } from './report/write-report.mjs'

// npm run bench -- [size|load|tours|track|targeting|report] [--only id,id] [--short] [options of bench/peers/run.mjs]

const parts = ['size', 'load', 'tours', 'track']
const passedOn = ['only', 'reps', 'rate', 'events', 'scenarios', 'concurrency']
const root = fileURLToPath(new URL('..', import.meta.url))
const peers = fileURLToPath(new URL('peers', import.meta.url))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean' },
    ...Object.fromEntries(passedOn.map((name) => [name, { type: 'string' }])),
  },
})
const [asked] = positionals
if (asked !== undefined && ![...parts, 'targeting', 'report'].includes(asked))
  throw new Error(`found "${asked}", expected one of ${parts.join(', ')}, targeting, report`)

if (asked !== 'report') {
  if (asked !== 'targeting' && !existsSync(`${peers}/node_modules`))
    run('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], peers)
  run(process.execPath, ['scripts/build.mjs', 'sdk'], root)
  const given = { ...(values.short && { reps: '1' }), ...values }
  const flags = passedOn.flatMap((name) => (given[name] === undefined ? [] : [`--${name}`, given[name]]))
  if (asked === undefined || asked === 'targeting') run(process.execPath, ['bench/targeting.mjs'], root)
  for (const part of asked ? parts.filter((part) => part === asked) : parts)
    run(process.execPath, ['run.mjs', part, ...flags], peers)
}
console.log(`wrote ${writeReport(root)}`)

function run(command, words, cwd) {
  const { status } = spawnSync(command, words, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
