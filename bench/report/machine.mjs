import { figure } from './table.mjs'

/** What all was measured on, then a line for each part: when, how often, and how busy the machine was. */
export function machineLines(results) {
  const runs = Object.values(results).flatMap((rows) => rows.map(({ run }) => run))
  const parts = Object.entries(results).filter(([, rows]) => rows.length > 0)
  return [`- ${describe(runs)}`, ...parts.map(([part, rows]) => `- ${part}: ${conditions(rows)}`)]
}

const describe = (runs) =>
  [
    of(runs, ({ cpu, cores, memoryGiB }) => `${cpu}, ${cores} cores, ${memoryGiB} GiB`),
    of(runs, ({ node }) => `Node ${node}`),
    of(runs, ({ chromium }) => chromium && `Chromium ${chromium}`),
  ].join(', ')

function conditions(rows) {
  const runs = rows.map(({ run }) => run)
  const dates = runs.map(({ date }) => date).sort()
  const loads = runs.map(({ loadAverage }) => loadAverage[0])
  return [
    range(minute(dates[0]), minute(dates.at(-1))),
    of(runs, ({ cpuThrottle }) => cpuThrottle > 1 && `CPU slowed ${cpuThrottle} times`),
    runs.some(({ reps }) => reps) && `runs of each: ${of(runs, ({ reps }) => reps)}`,
    `load average ${range(figure(Math.min(...loads)), figure(Math.max(...loads)))}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What the runs say of one thing: all that differs. */
const of = (runs, read) => [...new Set(runs.map(read))].filter(Boolean).sort().join(' or ')

const range = (from, to) => (from === to ? from : `${from} to ${to}`)

/** `2026-11-22 05:16`, UTC. */
const minute = (date) => date.slice(0, 16).replace('T', ' ')
