/**
 * The ceiling: a `node:http` server that reads, parses and checks every message by hand, and forgets it. What it does not do
 * is keys, limits, verdicts, CORS and the disk.
 */
import { createServer } from 'node:http'

const types = new Set(['track', 'identify', 'group', 'page', 'screen', 'alias'])

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { batch } = JSON.parse(Buffer.concat(chunks).toString())
    const status = Array.isArray(batch) && batch.every(isMessage) ? 200 : 400
    const text = '{"success":true}'
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
    response.end(text)
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))

function isMessage(message) {
  return (
    types.has(message.type) &&
    isText(message.messageId, 100) &&
    (isText(message.userId, 1_000) || isText(message.anonymousId, 1_000)) &&
    (message.type !== 'track' || isText(message.event, 1_000)) &&
    !Number.isNaN(Date.parse(message.timestamp)) &&
    typeof message.context === 'object'
  )
}

const isText = (value, most) => typeof value === 'string' && value !== '' && value.length <= most
