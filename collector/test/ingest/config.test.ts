import { createHmac } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../event-store/open-events'
import { type RunningCollector, startCollector } from '../start-collector'

const config = {
  version: 1,
  announcements: [{ id: 'hello', as: 'banner', title: 'Hello', when: { page: '/**' } }],
}

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 30_000)
afterAll(() => collector.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(collector.origin + path, { headers })
const configPath = () => `/v1/config?writeKey=${collector.writeKey}`

async function publish(document: unknown): Promise<string> {
  const file = join(collector.dataDir, 'config.json')
  await writeFile(file, typeof document === 'string' ? document : JSON.stringify(document))
  return collector.command('config', 'publish', file)
}

describe('GET /v1/config', () => {
  it('says that nothing is published', async () => {
    const response = await get(configPath())
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'no_config' } }])
  })

  it('gives what was published, with its hash as ETag and as mark of validation', async () => {
    const printed = await publish(config)
    const response = await get(configPath(), { origin: 'https://app.example.com' })
    const hash = response.headers.get('handrail-config')
    expect(await response.json()).toEqual(config)
    expect(printed).toBe(`Published ${hash}\n`)
    expect(response.headers.get('etag')).toBe(`"${hash}"`)
    expect(response.headers.get('cache-control')).toContain('must-revalidate')
    expect(response.headers.get('access-control-expose-headers')).toContain('Handrail-Config')
  })

  it('answers 304 to whoever has it, weakly tagged by a proxy or not', async () => {
    const etag = (await get(configPath())).headers.get('etag') ?? ''
    expect((await get(configPath(), { 'if-none-match': etag })).status).toBe(304)
    expect((await get(configPath(), { 'if-none-match': `"old", W/${etag}` })).status).toBe(304)
    expect((await get(configPath(), { 'if-none-match': '"old"' })).status).toBe(200)
  })

  it('answers 401 to an unknown key', async () => {
    expect((await get('/v1/config?writeKey=wk_nobody')).status).toBe(401)
  })

  it.each([
    ['an unknown key', { ...config, tuors: [] }, /tuors/],
    ['a dangling reference', { ...config, hub: { launcher: 'bottom-end', tours: ['nowhere'] } }, /nowhere/],
    ['no JSON', '{"version": 1,', /expected JSON/],
  ])('is not changed by a config with %s', async (_what, document, problem) => {
    const before = (await get(configPath())).headers.get('etag')
    await expect(publish(document)).rejects.toThrow(problem)
    expect((await get(configPath())).headers.get('etag')).toBe(before)
  })
})

describe('GET /v1/state', () => {
  const sign = (userId: string) => createHmac('sha256', collector.identitySecret).update(userId).digest('hex')
  const state = (userId: string, signature: string) =>
    get(`/v1/state?writeKey=${collector.writeKey}&userId=${userId}&signature=${signature}`)

  it('gives the history of a user to who can sign for the user', async () => {
    const guide = { guide_id: 'welcome', guide_kind: 'tour' }
    const checklist = { guide_id: 'get-started', guide_kind: 'checklist' }
    const batch = [
      ['Project Created', {}, 'm1'],
      ['Project Created', {}, 'm2'],
      ['Project Created', {}, 'm2'],
      ['Guide Shown', guide, 'm3'],
      ['Step Completed', { ...guide, step_id: 'hello' }, 'm8'],
      ['Guide Completed', guide, 'm4'],
      ['Guide Withheld', { ...guide, guide_id: 'held-out' }, 'm9'],
      ['Item Completed', { ...checklist, item_id: 'project' }, 'm5'],
      ['Feature Used', { feature_id: 'create-project' }, 'm6'],
    ].map(([event, properties, messageId]) => ({
      type: 'track',
      userId: 'ada',
      event,
      properties,
      messageId,
    }))
    await fetch(`${collector.origin}/v1/batch`, {
      method: 'POST',
      body: JSON.stringify({ writeKey: collector.writeKey, batch }),
    })
    const read = async () => (await state('ada', sign('ada'))).json() as Promise<{ items: object }> // as we wrote it
    await until(async () => Object.keys((await read()).items).length > 0)
    expect(await read()).toMatchObject({
      history: {
        events: { 'Project Created': { count: 2, first: expect.any(Number), times: { length: 2 } } },
        features: { 'create-project': { days: [Math.floor(Date.now() / 86_400_000)] } },
        guides: {
          welcome: { shown: 1, started: expect.any(Number), completed: expect.any(Number) },
          'held-out': { shown: 0, withheld: expect.any(Number) },
        },
      },
      items: { 'get-started': ['project'] },
      accountId: null,
      health: 'unknown',
    })
  })

  it.each([
    ['without a signature', () => state('ada', '')],
    ['with the signature of another user', () => state('ada', sign('bob'))],
  ])('answers 401 %s', async (_what, ask) => {
    expect((await ask()).status).toBe(401)
  })
})

describe('GET /chunks', () => {
  it('may be kept for ever, unless there is none of that name', async () => {
    const folder = new URL('../../../dist/browser/chunks/', import.meta.url)
    const [name] = await readdir(folder)
    const chunk = await get(`/chunks/${name}`)
    expect([chunk.status, chunk.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    const missing = await get('/chunks/none-abc123.js')
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, null])
  })
})

describe('GET /handrail.js', () => {
  it('can be embedded by pages that isolate themselves', async () => {
    const response = await get('/handrail.js')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('operation', () => {
  it('tells that it lives, that it is ready, and how far the loader is', async () => {
    expect((await get('/healthz')).status).toBe(200)
    await until(async () => (await get('/readyz')).status === 200)
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toMatch(/^handrail_engine_ready 1$/m)
    expect(metrics).toMatch(/^handrail_spool_bytes \d+$/m)
    expect(metrics).not.toContain(collector.writeKey)
  })
})
