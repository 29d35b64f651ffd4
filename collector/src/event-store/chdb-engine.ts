import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Engine, EngineUnavailable } from '../services'
import type { Request } from './chdb-messages'
import { type ChdbProcess, startChdb } from './chdb-process'
import { createTables } from './tables'

/** The first start is waited for: whoever asks then would only come back in a moment. */
const maxFirstWaitMs = 10_000
/** A child that cannot open its folder is tried again this often, then less and less often. */
const minRestartMs = 100
const maxRestartMs = 5_000

export interface ChdbOptions {
  /** The folder of the engine's data; one collector at a time. */
  path: string
  /** The bundled `chdb-child.js`. */
  childFile: string
  log: Logger
}

/**
 * The embedded engine: ClickHouse in a child process, started again whenever it ends. Calls wait for its first start; while it
 * is away later they reject with `EngineUnavailable`. Resolves as soon as the first child is on its way, so that events are taken in at once.
 */
export async function createChdbEngine({ path, childFile, log }: ChdbOptions): Promise<Engine> {
  assertSupported()
  await mkdir(path, { recursive: true })
  let current: ChdbProcess | undefined
  let open: ChdbProcess | undefined
  const closing = new AbortController()
  let hasOpened = (): void => {}
  const firstOpened = new Promise<void>((resolve) => {
    hasOpened = resolve
  })
  const supervision = supervise()

  async function supervise(): Promise<void> {
    let restartMs = minRestartMs
    while (!closing.signal.aborted) {
      const reason = await runChild(() => {
        restartMs = minRestartMs
      }).catch(String) // some failures to start a process are events of it, others, such as ENOMEM, are thrown
      if (closing.signal.aborted) return
      log.warn({ reason, restartMs }, 'event store: restarting')
      await wait(restartMs, undefined, { signal: closing.signal }).catch(() => {}) // closing ends the wait
      restartMs = Math.min(restartMs * 2, maxRestartMs)
    }
  }

  /** One child from its start to its end, and why it ended. */
  async function runChild(onOpened: () => void): Promise<string> {
    const child = startChdb(childFile, path)
    current = child
    if (await openTables(child)) {
      open = child
      onOpened()
      hasOpened()
    }
    const reason = await child.ended
    open = undefined
    return reason
  }

  async function openTables(child: ChdbProcess): Promise<boolean> {
    try {
      await child.started
      for (const statement of createTables({ modern: true }))
        await child.ask({ kind: 'query', sql: statement.text })
      log.info({ childPid: child.pid }, 'event store: ready')
      return true
    } catch (error) {
      log.error({ reason: String(error) }, 'event store: could not open its tables')
      child.kill()
      return false
    }
  }

  async function ask(request: Request, rows?: Uint8Array): Promise<string> {
    const { signal } = closing
    if (!open)
      await Promise.race([
        firstOpened,
        wait(maxFirstWaitMs, undefined, { signal, ref: false }).catch(() => {}),
      ])
    if (!open) throw new EngineUnavailable('The event store is starting; try again in a moment')
    return open.ask(request, rows)
  }

  return {
    query: async <Row>(sql: { text: string }) => parseRows<Row>(await ask({ kind: 'query', sql: sql.text })),
    command: async (sql) => void (await ask({ kind: 'query', sql: sql.text })),
    insert: async (table, tsv, token) =>
      void (await ask({ kind: 'insert', table, bytes: tsv.length, token }, tsv)),
    ready: () => open !== undefined,
    async close() {
      await open?.ask({ kind: 'close' }).catch(() => {}) // a child that died has nothing left to close
      closing.abort()
      current?.kill()
      await supervision
    },
  }
}

/** The rows of a JSONEachRow answer; the caller's type says what its own select returns. */
export function parseRows<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

function assertSupported(): void {
  const { platform, arch } = process
  const musl = platform === 'linux' && !isGlibc()
  const supported =
    (platform === 'linux' || platform === 'darwin') && (arch === 'x64' || arch === 'arm64') && !musl
  if (supported) return
  throw new Error(
    `The embedded event store does not run on ${platform}-${arch}${musl ? ' with musl' : ''}; ` +
      'it needs Linux with glibc or macOS, on x64 or arm64. Give a ClickHouse server with --clickhouse-url instead.',
  )
}

function isGlibc(): boolean {
  // `header.glibcVersionRuntime` is there on glibc only: https://nodejs.org/api/process.html#processreport
  const report: { header?: { glibcVersionRuntime?: string } } = JSON.parse(
    JSON.stringify(process.report.getReport()),
  )
  return report.header?.glibcVersionRuntime !== undefined
}
