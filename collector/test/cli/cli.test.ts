import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountDetail } from '../../src/api-types'
import { sql } from '../../src/event-store/sql'
import { openEvents } from '../event-store/open-events'
import { until } from '../signals/start-engine'
import { startCollector } from '../start-collector'

const command = fileURLToPath(new URL('../../dist/handrail-collector.js', import.meta.url))
const golden = new URL('../health/golden.json', import.meta.url)
const run = promisify(execFile)

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-cli-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const cli = async (words: string[], env: Record<string, string> = {}) =>
  (await run(process.execPath, [command, ...words], { env: { PATH: process.env.PATH, ...env } })).stdout
const file = async (name: string, text: string) => {
  const path = join(dataDir, name)
  await writeFile(path, text)
  return path
}
const createProject = async () =>
  JSON.parse(await cli(['project', 'create', '--name', 'Tandem', '--json', '--data-dir', dataDir]))

describe('settings', () => {
  it.each([
    ['an unknown flag', ['serve', '--prot', '1'], {}, /unknown option '--prot'/],
    [
      'an unknown variable',
      ['project', 'list'],
      { HANDRAIL_PROT: '1' },
      /HANDRAIL_PROT: unknown environment variable/,
    ],
    ['a port that is none', ['serve', '--port', '99999'], {}, /expected a number from 0 to 65535/],
    ['a wrong variable', ['serve'], { HANDRAIL_PORT: 'x' }, /HANDRAIL_PORT.*expected a number/],
    ['a command that is none', ['sevre'], {}, /command: found sevre, expected one of serve, project/],
    ['a second command', ['--port', '0', 'serve', 'twice'], {}, /command: found twice, expected one of/],
  ])('%s is an error', async (_what, words, env, message) => {
    await expect(cli(words, env)).rejects.toThrow(message)
  })
})

describe('serve', () => {
  it('refuses a folder that another collector has, wherever its flags stand', async () => {
    const collector = await startCollector({ dataDir })
    const flags = ['--port', '0', '--data-dir', dataDir]
    try {
      for (const words of [
        ['serve', ...flags],
        [...flags, 'serve'],
        ['--trust-proxy', 'serve', ...flags],
        [...flags, '--trust-proxy'],
      ])
        await expect(cli(words)).rejects.toThrow(/a collector is running on this folder/)
      const switchedOff = cli(['serve', ...flags], { HANDRAIL_TRUST_PROXY: '' })
      await expect(switchedOff).rejects.toThrow(/a collector is running on this folder/)
    } finally {
      await collector.stop()
    }
  })

  it('keeps its folder also from commands that have another temporary folder, as in a container', async () => {
    const collector = await startCollector({ dataDir })
    const elsewhere = await mkdtemp(join(tmpdir(), 'handrail-tmp-'))
    try {
      const recomputed = cli(['recompute', '--data-dir', dataDir], { TMPDIR: elsewhere })
      await expect(recomputed).rejects.toThrow(/a collector is running on this folder/)
    } finally {
      await collector.stop()
      await rm(elsewhere, { recursive: true })
    }
  })

  it('has its folder again at once after `kill -9`', async () => {
    const collector = await startCollector({ dataDir })
    await collector.kill()
    await collector.restart()
    expect((await fetch(`${collector.origin}/healthz`)).status).toBe(200)
    await collector.stop()
  })
})

describe('score', () => {
  it('gives the worked examples', async () => {
    const { accounts } = JSON.parse(await readFile(golden, 'utf8'))
    const [{ signals, expected }] = accounts
    const printed = JSON.parse(await cli(['score', await file('signals.json', JSON.stringify(signals))]))
    expect(printed).toMatchObject({ band: expected.band, segment: expected.segment })
    expect(Math.abs(printed.score - expected.score)).toBeLessThanOrEqual(1e-9)
  })

  it('says what is wrong with signals', async () => {
    await expect(cli(['score', await file('signals.json', '{"ageDays": "old"}')])).rejects.toThrow(/ageDays/)
  })
})

describe('person', () => {
  it('says that someone signs in already, and what to do', async () => {
    const create = () => cli(['person', 'create', 'ada@example.com', '--data-dir', dataDir])
    expect(await create()).toMatch(/^ada@example\.com {2}password \S{10,}\n$/)
    await expect(create()).rejects.toThrow(/ada@example\.com: signs in already; `person password/)
  })

  it('refuses what is no address', async () => {
    const created = cli(['person', 'create', 'ada', '--data-dir', dataDir])
    await expect(created).rejects.toThrow(/email: found ada, expected an address/)
  })
})

describe('import', () => {
  const history = [
    {
      type: 'track',
      event: 'A',
      userId: 'u',
      timestamp: '2026-01-05T10:00:00Z',
      sentAt: '2026-01-05T10:00:01Z',
      context: { groupId: 'acme' },
    },
    { type: 'track', userId: 'u' },
    { type: 'page', name: 'Reports', userId: 'u', messageId: 'given', timestamp: '2026-03-05T10:00:00Z' },
  ]

  it('of events counts each once, however often it is run, and names the lines it refuses', async () => {
    const { projectId } = await createProject()
    const ndjson = await file(
      'history.ndjson',
      `${history.map((one) => JSON.stringify(one)).join('\n')}\n{"type":`,
    )
    for (const _ of [1, 2]) {
      const failed = await cli(['import', 'events', ndjson, '--data-dir', dataDir]).catch((error) => error)
      expect(failed.stdout).toContain('2 imported, 2 refused')
      expect(failed.stderr).toContain('history.ndjson:2: event: found nothing')
      expect(failed.stderr).toContain('history.ndjson:4: ')
    }
    const engine = await openEvents(dataDir)
    const rows = await engine.query(
      sql`SELECT DISTINCT message_id, day, account FROM events WHERE project = ${projectId} ORDER BY day`,
    )
    await engine.close()
    expect(rows).toEqual([
      { message_id: expect.stringMatching(/^import-[0-9a-f]{32}$/), day: '2026-01-05', account: 'acme' },
      { message_id: 'given', day: '2026-03-05', account: 'acme' },
    ])
  })

  it('of accounts takes CSV with quotes, and says which line is wrong', async () => {
    await createProject()
    const csv = await file(
      'accounts.csv',
      'id,name,mrr,zip\r\nacme,"Acme, ""the"" one",490,00123\r\nglobex,Globex,,1\r\n',
    )
    expect(await cli(['import', 'accounts', csv, '--data-dir', dataDir])).toBe('2 accounts imported\n')
    const bad = await file('bad.csv', 'id,name\nacme\n')
    await expect(cli(['import', 'accounts', bad, '--data-dir', dataDir])).rejects.toThrow(
      /line 2: found 1 fields/,
    )
  })

  it.each(['while the collector runs', 'after it was killed'])(
    'of accounts %s reaches the scores',
    async (when) => {
      const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
      const row = `acme,Acme,20,${day(-700)},${day(40)},900`
      const csv = await file('accounts.csv', `id,name,seats,createdAt,renewsAt,mrr\n${row}\n`)
      const collector = await startCollector({ dataDir })
      const account = async (): Promise<AccountDetail> => {
        const headers = { authorization: `Bearer ${collector.apiToken}` }
        return (await fetch(`${collector.origin}/api/accounts/acme`, { headers })).json()
      }
      try {
        // An account of which nothing else is known has no score that the traits could reach.
        const used = {
          type: 'track',
          event: 'Used',
          userId: 'u',
          messageId: 'm',
          context: { groupId: 'acme' },
        }
        const body = JSON.stringify({ writeKey: collector.writeKey, batch: [used] })
        await fetch(`${collector.origin}/v1/batch`, { method: 'POST', body })
        if (when === 'after it was killed') await collector.kill()
        expect(await collector.command('import', 'accounts', csv, '--project', 'Test')).toBe(
          '1 accounts imported\n',
        )
        if (when === 'after it was killed') await collector.restart()
        await until(async () => (await account()).signals?.seats === 20)
        const { traits, signals, segment } = await account()
        expect(traits).toMatchObject({ name: 'Acme', mrr: 900 })
        expect(signals).toMatchObject({ ageDays: 700, daysToRenewal: 40 })
        expect(segment).toBe('renewal')
      } finally {
        await collector.stop()
      }
    },
    60_000,
  )
})

describe('recompute', () => {
  it.each([
    ['--as-of', '2999-06-30', /--as-of: found 2999-06-30, expected a day not after 20/],
    ['--as-of', '2026-02-30', /expected a day such as/],
  ])('refuses %s %s', async (option, day, message) => {
    await createProject()
    await expect(cli(['recompute', option, day, '--data-dir', dataDir])).rejects.toThrow(message)
  })
})

describe('config', () => {
  it('says where a document is no JSON', async () => {
    const broken = await file('broken.json', '{\n  "version": 1\n  "tours": []\n}')
    const published = cli(['config', 'publish', broken, '--data-dir', dataDir])
    await expect(published).rejects.toThrow(/broken\.json:3:3: expected JSON/)
  })

  it('says that there is no such file', async () => {
    const published = cli(['config', 'publish', join(dataDir, 'gone.json'), '--data-dir', dataDir])
    await expect(published).rejects.toThrow(/gone\.json: there is no such file/)
  })
})
