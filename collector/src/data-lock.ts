import { createHash } from 'node:crypto'
import { realpath, unlink } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Keeps a second collector off the same folder: two would load the same spool. A socket and not a file with a process id,
 * because the system lets go of it however the process ends. Returns what releases it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = await socketPath(folder)
  if (await answers(path))
    throw new Error(
      `${folder}: a collector is running on this folder. Stop it, or give another one with --data-dir.`,
    )
  if (process.platform !== 'win32') await unlink(path).catch(() => {}) // left behind by a process that was killed
  const server = createServer((socket) => socket.end())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

/** Short, because the system cuts socket names at about 100 characters. */
async function socketPath(folder: string): Promise<string> {
  const name = `handrail-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
