import { type ChildProcess, fork } from 'node:child_process'
import { Writable } from 'node:stream'
import { EngineError, EngineUnavailable } from '../services'
import { type FromChild, type Request, rowsFd, type ToChild } from './chdb-messages'

/** One run of the child: requests in, answers out, until it ends. */
export interface ChdbProcess {
  pid: number | undefined
  /** Resolves when the child has opened its data; rejects when it ends before. */
  started: Promise<void>
  ended: Promise<string>
  /** `rows` are what an insert announces; they stay as they are until it is answered. */
  ask(request: Request, rows?: Uint8Array): Promise<string>
  kill(): void
}

export function startChdb(childFile: string, path: string): ChdbProcess {
  // `advanced` carries an answer as it is; JSON would escape every quote of the JSON in it.
  const child = fork(childFile, [path], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  })
  const end = onEnd(child) // before all else: a process that cannot be started says so by an event
  const rowsPipe = openRows(child)
  const waiting = new Map<number, { resolve(text: string): void; reject(error: Error): void }>()
  const { promise: started, resolve: onReady, reject: onDead } = deferred<void>()
  let nextId = 1
  started.catch(() => {}) // whoever waits for the start sees it; a child that nobody waits for may fail quietly

  child.on('message', (message: FromChild) => {
    if (message.kind === 'ready') return onReady()
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') caller?.resolve(message.text)
    else caller?.reject(new EngineError(message.message, message.code))
  })

  const ended = end.then((reason) => {
    const error = new EngineUnavailable(`The event store is restarting: ${reason}`)
    onDead(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    return reason
  })

  const ask = (request: Request, rows?: Uint8Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = nextId++
      waiting.set(id, { resolve, reject })
      // The number completes the request; TypeScript cannot see that a union stays the same union.
      child.send({ ...request, id } as ToChild, (error) => {
        if (error && waiting.delete(id)) reject(new EngineUnavailable('The event store is restarting'))
      })
      if (rows) rowsPipe?.write(rows)
    })

  return { pid: child.pid, started, ended, ask, kill: () => void child.kill('SIGKILL') }
}

/** A pipe beside the channel of messages, which would copy a block of rows four times on its way. None without a process. */
function openRows(child: ChildProcess): Writable | undefined {
  const pipe = child.stdio?.[rowsFd] // the types leave out that a process may not have started
  if (!(pipe instanceof Writable)) return undefined
  return pipe.on('error', () => child.kill('SIGKILL')) // it would wait for rows for ever
}

/** Why the child ended, with the last words it wrote. */
function onEnd(child: ChildProcess): Promise<string> {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000)
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) =>
      resolve(`its process ended (${signal ?? `code ${code}`})${words && `: ${lastLine(words)}`}`),
    )
  })
}

function lastLine(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim())
  return (lines.find((line) => /DB::Exception|Error:/.test(line)) ?? lines.at(-1) ?? '').trim()
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
