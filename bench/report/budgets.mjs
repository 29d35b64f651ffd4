import { medianOf } from './read-results.mjs'
import { figure, kilobytes } from './table.mjs'

/**
 * The budgets that these results can tell of: `{ what, budget, found, holds }`. One whose figures are missing is left out.
 * Ratios are between figures of one machine; each result names the run it is from.
 */
export function checkBudgets(results) {
  return [...sizes(results), ...ratios(results), ...delivery(results)].filter(({ found }) => found !== null)
}

function sizes({ size }) {
  const limits = [
    ['first script', 10],
    ['first tour, added', 18],
    ['first checklist, added', 18],
    ['first survey, added', 18],
    ['everything but languages', 45],
  ]
  return limits.map(([label, limitKb]) => {
    const bytes = size.find((row) => row.id === 'handrail' && row.label === label)?.size.gzip
    return {
      what: `${label}, gzip -9`,
      budget: `≤ ${limitKb} KB`,
      found: bytes === undefined ? null : `${kilobytes(bytes)} KB`,
      holds: bytes <= limitKb * 1000,
    }
  })
}

function ratios({ load, tours, track }) {
  const normal = (id, key) => medianOf(find(track, id, 'normal'), key)
  const evaluation = (id) => load.find((row) => row.id === id)?.inlineCpuMs.median
  const tour = (id, key) => tours.find((row) => row.id === id)?.[key].median
  return [
    ratio(
      'script evaluation, inline, CPU',
      evaluation('handrail'),
      1.5,
      'Driver.js',
      evaluation('driver.js'),
      'ms',
    ),
    ratio(
      'start of a tour → first frame',
      tour('handrail', 'startFirstMs'),
      1.5,
      'control',
      tour('(control)', 'startFirstMs'),
      'ms',
    ),
    ratio(
      'next step → first frame',
      tour('handrail', 'nextFirstMs'),
      1.5,
      'control',
      tour('(control)', 'nextFirstMs'),
      'ms',
    ),
    ...['wall', 'cpu'].map((clock) =>
      ratio(
        `\`track()\`, ${clock === 'wall' ? 'wall clock' : 'CPU with what follows at once'}`,
        normal('handrail', `${clock}UsPerCall`),
        2,
        'control',
        normal('(control)', `${clock}UsPerCall`),
        'µs',
      ),
    ),
    ratio(
      'main-thread CPU per event, all told',
      normal('handrail', 'cpuUsPerEvent'),
      2,
      'control',
      normal('(control)', 'cpuUsPerEvent'),
      'µs',
    ),
  ]
}

function delivery({ track }) {
  const bytes = medianOf(find(track, 'handrail', 'batches'), 'bytesPerEvent')
  const names = {
    normal: 'on a page that stays',
    close: 'page closed, and the next visit',
    unavailable: '503 for 3 s',
    offline: 'offline, reload, online',
  }
  const arrivals = Object.entries(names).map(([scenario, words]) => {
    const row = find(track, 'handrail', scenario)
    const runs = row?.outcomes ?? []
    // A page that is closed before the answer comes cannot know of it: the next visit sends again, under the same ids.
    const isWhole = ({ arrived, duplicates }) =>
      arrived === row.run.events && (scenario === 'close' || duplicates === 0)
    return {
      what: `events that arrive, ${words}`,
      budget: scenario === 'close' ? 'all; second copies carry the same id' : 'all, none twice',
      found: row
        ? runs.map(({ arrived, duplicates }) => `${arrived}, ${duplicates} twice`).join(' · ')
        : null,
      holds: runs.every(isWhole),
    }
  })
  const weight = {
    what: 'bytes on the wire per event, batches of 50',
    budget: '≤ 60',
    found: bytes === null ? null : figure(bytes),
    holds: bytes <= 60,
  }
  return [weight, ...arrivals]
}

const find = (track, id, scenario) => track.find((row) => row.id === id && row.scenario === scenario)

function ratio(what, ours, limit, name, theirs, unit) {
  const known = Number.isFinite(ours) && Number.isFinite(theirs)
  return {
    what,
    budget: `≤ ${limit} × ${name}`,
    found: known
      ? `${figure(ours)} ${unit} to ${figure(theirs)} ${unit}: ${figure(ours / theirs, 2)} ×`
      : null,
    holds: known && ours <= limit * theirs,
  }
}
