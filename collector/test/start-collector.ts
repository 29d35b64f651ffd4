import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { CreatedProject } from '../src/control/types'

const command = fileURLToPath(new URL('../dist/handrail-collector.js', import.meta.url))
const run = promisify(execFile)

export interface RunningCollector extends CreatedProject {
  origin: string
  dataDir: string
  /** Of the first start. */
  login: { email: string; password: string }
  readonly pid: number
  /** Process of the embedded event store; undefined while it is being started. */
  enginePid(): Promise<number | undefined>
  /** Runs a command of `handrail-collector` on the same data; returns what it printed. */
  command(...args: string[]): Promise<string>
  /** `kill -9`. */
  kill(): Promise<void>
  /** Starts it again, on the same port and data. */
  restart(): Promise<void>
  /** Ends it in order, and removes its data. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Further flags of `serve`. */
  args?: string[]
  /** Kept when it is given; otherwise a new folder, removed by `stop()`. */
  dataDir?: string
}

/** Starts the built collector as its users do, on a free port and an empty folder, with one project. */
export async function startCollector({
  args = [],
  dataDir: given,
}: StartOptions = {}): Promise<RunningCollector> {
  if (!existsSync(command)) throw new Error(`${command} is missing: run \`npm run build\` first`)
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'handrail-collector-')))
  const project: CreatedProject = JSON.parse(
    await collector(dataDir, 'project', 'create', '--name', 'Test', '--json'),
  )
  let { child, origin, output } = await serve(dataDir, '0', args)
  const port = new URL(origin).port
  const [, email = '', password = ''] = /Sign in\s+(\S+)\s+password (\S+)/.exec(output) ?? []

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    ...project,
    origin,
    dataDir,
    login: { email, password },
    get pid() {
      return child.pid ?? 0
    },
    enginePid: () => childPid(child.pid ?? 0),
    command: (...words) => collector(dataDir, ...words),
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM')
      child = (await serve(dataDir, port, args)).child
    },
    async stop() {
      await end('SIGTERM')
      if (given === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function serve(dataDir: string, port: string, args: string[]) {
  const child = spawn(
    process.execPath,
    [command, 'serve', '--port', port, '--data-dir', dataDir, '--log-level', 'warn', ...args],
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const output = await greeting(child)
  const [, origin = ''] = /Listening on (\S+)/.exec(output) ?? []
  return { child, origin, output }
}

/** What it prints until it listens; whatever it says when it ends before. */
function greeting(child: ChildProcess): Promise<string> {
  let output = ''
  let problems = ''
  child.stderr?.on('data', (chunk) => {
    problems = (problems + chunk).slice(-4000)
  })
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (/Listening on .*\n/.test(output)) resolve(output)
    })
    child.once('exit', (code, signal) =>
      reject(new Error(`The collector ended (${signal ?? code}) before it listened:\n${problems}`)),
    )
  })
}

async function collector(dataDir: string, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [command, ...words, '--data-dir', dataDir], {
    env: environment(),
  })
  return stdout
}

/** Variables of the test runner are not the collector's. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HANDRAIL_')))

async function childPid(pid: number): Promise<number | undefined> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({ stdout: '' }))
  return Number.parseInt(stdout, 10) || undefined
}
