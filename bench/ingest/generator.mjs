/**
 * Sends batches as fast as they are answered, over a number of connections, from a process of its own. Speaks HTTP by hand,
 * so that what it takes of the processor is small beside what it measures. Told what to do by its parent: `seconds`, or how
 * many `events`.
 */
import { connect } from 'node:net'
import { batchEvents, createBodies, renumber } from './events.mjs'

/** As many browsers as have a batch on its way at one moment. */
export const connections = 96
let nextId = 0

process.on('message', async ({ port, writeKey, seconds = Infinity, events = Infinity, firstId }) => {
  nextId = firstId
  const bodies = createBodies(writeKey)
  const startedMs = performance.now()
  const until = startedMs + seconds * 1_000
  const isOver = () => performance.now() >= until || nextId - firstId >= events
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, i) => sendUntil(isOver, port, bodies, i)),
  )
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0)
  process.send({
    seconds: (performance.now() - startedMs) / 1_000,
    acknowledged: sum('acknowledged') * batchEvents,
    refused: sum('refused') * batchEvents,
    nextId,
  })
})

/** One connection, one request at a time; after a 429 or 503 it waits as a sender does, up to a second. */
function sendUntil(isOver, port, bodies, first) {
  const count = { acknowledged: 0, refused: 0 }
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  let n = first
  let answer = ''

  const send = () => {
    if (isOver()) return socket.end()
    const body = renumber(bodies[n++ % bodies.length], () => nextId++)
    socket.cork()
    socket.write(`POST /v1/batch HTTP/1.1\r\nHost: bench\r\nContent-Length: ${body.length}\r\n\r\n`)
    socket.write(Buffer.from(body)) // a copy: the body is used again before the system has taken this one
    socket.uncork()
  }

  return new Promise((resolve, reject) => {
    socket.setEncoding('latin1')
    socket.once('connect', send)
    socket.on('data', (text) => {
      answer += text
      if (!isComplete(answer)) return
      const status = Number(answer.slice(9, 12))
      answer = ''
      if (status === 200) count.acknowledged += 1
      else if (status === 503 || status === 429) count.refused += 1
      else return reject(new Error(`status ${status}`))
      status === 200 ? send() : setTimeout(send, 1_000 * Math.random())
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(count))
  })
}

function isComplete(answer) {
  const head = answer.indexOf('\r\n\r\n')
  if (head === -1) return false
  const [, length = 0] = /content-length: (\d+)/i.exec(answer) ?? []
  return answer.length >= head + 4 + Number(length)
}
