import { execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../collector/dist/handrail-collector.js', import.meta.url))
const script = (name) => fileURLToPath(new URL(`./${name}`, import.meta.url))
/** The default limits of a project and an address would be what is measured. */
const unlimited = ['--events-per-second', '10000000', '--events-per-second-per-ip', '10000000']

/** A collector of its own, in a folder that `remove()` deletes. */
export async function startCollector(...args) {
  const dataDir = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  const data = ['--data-dir', dataDir]
  const created = await run(process.execPath, [
    command,
    'project',
    'create',
    '--name',
    'Bench',
    '--json',
    ...data,
  ])
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', ...data, ...unlimited, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HANDRAIL_LOG_LEVEL: 'error' },
  })
  const origin = await listening(child)
  const { writeKey, apiToken } = JSON.parse(created.stdout)
  return {
    pid: child.pid,
    port: Number(new URL(origin).port),
    writeKey,
    enginePid: () => childOf(child.pid),
    metrics: () => readMetrics(origin),
    async readiness() {
      const response = await fetch(`${origin}/readyz`)
      return { ready: response.ok, ...(await response.json()) }
    },
    /** Distinct events of yesterday, today and tomorrow, as the API counts them. */
    async countEvents() {
      const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)
      const headers = { authorization: `Bearer ${apiToken}` }
      const response = await fetch(`${origin}/api/events/count?from=${day(-1)}&to=${day(1)}`, { headers })
      return (await response.json()).events
    },
    /** Ends it at once, whatever waits, and deletes its data. */
    async remove() {
      const ended = once(child, 'exit')
      if (child.exitCode === null && child.kill('SIGKILL')) await ended
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10 }) // its event store ends a moment later
    },
  }
}

function listening(child) {
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const [, origin] = /Listening on (\S+)/.exec(output) ?? []
      if (origin) resolve(origin)
    })
    child.once('exit', (code) => reject(new Error(`the collector ended (code ${code}): ${output}`)))
  })
}

export async function startBareServer(partsFile) {
  const child = fork(script('bare-server.mjs'), [partsFile])
  const { port } = await answerOf(child)
  return { port, stop: () => child.kill() }
}

/** `insert({ blockRows, blocks })` resolves to rows per second. */
export async function startBareInserts(folder, partsFile) {
  const child = fork(script('bare-inserts.mjs'), [folder, partsFile])
  await answerOf(child)
  return {
    pid: child.pid,
    async insert(amount) {
      child.send(amount)
      return (await answerOf(child)).rowsPerSecond
    },
    stop: () => child.kill('SIGKILL'),
  }
}

/** The next message of a process; rejects when it ends without one. */
function answerOf(child) {
  return new Promise((resolve, reject) => {
    const onExit = (code) => reject(new Error(`${child.spawnargs[1]} ended (code ${code})`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

/** `load(target, { seconds | events })` resolves to what became of the events that were sent. */
export function startGenerator() {
  const child = fork(script('generator.mjs'))
  let firstId = 0
  return {
    async load({ port, writeKey }, amount) {
      child.send({ port, writeKey, firstId, ...amount })
      const result = await answerOf(child)
      firstId = result.nextId
      return result
    },
    stop: () => child.kill(),
  }
}

/** Bytes of memory that a process holds. */
export async function residentBytes(pid) {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) * 1024
}

export async function childOf(pid) {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)])
  return Number.parseInt(stdout, 10)
}

async function readMetrics(origin) {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const read = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return {
    loaded: read('handrail_loader_loaded'),
    spoolBytes: read('handrail_spool_bytes'),
    lagSeconds: read('handrail_spool_lag_seconds'),
  }
}

export async function until(holds, pollMs = 50) {
  while (!(await holds())) await wait(pollMs)
}

/** What a process does not do meanwhile disturbs nobody. */
export async function whileStopped(pid, work) {
  process.kill(pid, 'SIGSTOP')
  try {
    return await work()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
