import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../start-collector'

const command = fileURLToPath(new URL('../../dist/handrail-collector.js', import.meta.url))
const run = promisify(execFile)

let collector: RunningCollector
afterEach(() => collector.stop())

/** Both outputs, also of a command that fails. */
async function importFile(kind: 'accounts' | 'events', name: string, text: string) {
  const file = join(collector.dataDir, name)
  await writeFile(file, text)
  const words = ['import', kind, file, '--data-dir', collector.dataDir]
  const env = { PATH: process.env.PATH } // variables of the test runner are not the command's
  const { stdout, stderr }: { stdout: string; stderr: string } = await run(
    process.execPath,
    [command, ...words],
    { env },
  ).catch((error) => error)
  return { stdout, stderr }
}

const csv = (rows: number, nameOf = (i: number) => `Account ${i}`) =>
  `id,name\n${Array.from({ length: rows }, (_, i) => `a${i},${nameOf(i)}\n`).join('')}`

describe('import beside a collector', () => {
  it('of more accounts than it takes at once waits for it, and says so', async () => {
    collector = await startCollector({ args: ['--events-per-second', '10'] })
    const { stdout, stderr } = await importFile('accounts', 'many.csv', csv(130))
    expect(stdout).toBe('130 accounts imported\n')
    expect(stderr.match(/takes no more now \(429\), waiting for it/g)).toHaveLength(1)
  }, 60_000)

  it.each(['while it runs', 'when it was stopped'])(
    'of an account that is too large, %s, refuses its line and takes the others',
    async (when) => {
      collector = await startCollector()
      if (when === 'when it was stopped') await collector.kill()
      const large = (i: number) => (i === 7 ? 'x'.repeat(600 * 1024) : `Account ${i}`)
      const { stdout, stderr } = await importFile('accounts', 'large.csv', csv(40, large))
      expect(stdout).toBe('39 accounts imported\n')
      expect(stderr).toMatch(/large\.csv:9: message: found 614\d{3} bytes, expected at most 32768\n/)
    },
    60_000,
  )

  it('of an event that is too large refuses its line and takes the others', async () => {
    collector = await startCollector()
    await collector.kill()
    const event = (text: string) =>
      JSON.stringify({ type: 'track', event: 'A', userId: 'u', properties: { text } })
    const lines = [event('short'), event('x'.repeat(40_000)), event('short too')]
    const { stdout, stderr } = await importFile('events', 'large.ndjson', lines.join('\n'))
    expect(stdout).toContain('2 imported, 1 refused\n')
    expect(stderr).toMatch(/large\.ndjson:2: message: found 40\d{3} bytes, expected at most 32768/)
  }, 60_000)

  it('from another container, where only its public address leads to it, goes there', async () => {
    const publicUrl = 'https://collect.example.com'
    collector = await startCollector({ args: ['--public-url', publicUrl] })
    const addresses = join(collector.dataDir, 'address')
    const seenFromThere = (await readFile(addresses, 'utf8'))
      .replace(collector.origin, 'http://127.0.0.1:1') // nobody listens there
      .replace(publicUrl, collector.origin)
    await writeFile(addresses, seenFromThere)
    expect((await importFile('accounts', 'few.csv', csv(3))).stdout).toBe('3 accounts imported\n')
  }, 60_000)
})
