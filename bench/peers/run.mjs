import { parseArgs } from 'node:util'
import { loadAdapters } from './lib/adapters.mjs'
import { runLoad } from './lib/load.mjs'
import { runSize } from './lib/size.mjs'
import { runTours } from './lib/tours.mjs'
import { scenarios } from './lib/track/scenarios.mjs'
import { runTrack } from './lib/track.mjs'

const parts = { size: runSize, load: runLoad, tours: runTours, track: runTrack }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    reps: { type: 'string' },
    rate: { type: 'string' },
    events: { type: 'string' },
    scenarios: { type: 'string' },
    concurrency: { type: 'string' },
  },
})
const [part] = positionals
if (!Object.hasOwn(parts, part ?? ''))
  throw new Error(`found "${part ?? ''}", expected one of ${Object.keys(parts).join(', ')}`)
const names = values.scenarios?.split(',')
const unknown = names?.find((name) => !Object.hasOwn(scenarios, name))
if (unknown !== undefined)
  throw new Error(`--scenarios: found "${unknown}", expected some of ${Object.keys(scenarios).join(', ')}`)

await parts[part](await loadAdapters(values.only), {
  reps: numberOf('reps'),
  rate: numberOf('rate'),
  events: numberOf('events'),
  concurrency: numberOf('concurrency'),
  names,
})

/** A flag that is not given is left to the default of the part. */
function numberOf(name) {
  const text = values[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`--${name}: found "${text}", expected a whole number above 0`)
}
