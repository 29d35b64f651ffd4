import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/**
 * Answers without an end of their own: a server that stops waits for every answer, and so for these for ever. Returns what
 * notes one down.
 */
export function endWithServer(app: FastifyInstance): (stream: ServerResponse) => void {
  const open = new Set<ServerResponse>()
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
    for (const stream of open) stream.end()
  })
  return (stream) => {
    if (stopping) stream.end() // it was asked for just before
    open.add(stream)
    finished(stream, () => open.delete(stream))
  }
}
