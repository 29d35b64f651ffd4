/**
 * The ceiling of taking in: a `node:http` server that reads, parses and checks every message as the collector does, and
 * forgets it. What it does not do is keys, limits, verdicts, CORS, figures and the disk.
 */
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const [partsFile] = process.argv.slice(2)
const { refuseMessage } = createRequire(import.meta.url)(partsFile)
const text = '{"success":true}'

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { batch } = JSON.parse(Buffer.concat(chunks).toString())
    const status = batch.every((message) => refuseMessage(message) === null) ? 200 : 400
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
    response.end(text)
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
