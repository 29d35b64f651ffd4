import { writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Handrail } from '../../src/handrail'
import { blockStorage, expectAll, flush, track, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

const EVENTS = 20
const fine = { id: 'fine', steps: [{ id: 'only', as: 'modal', title: 'All is well' }] }

const site = useSite()
const { open } = site
const said = (text: string) =>
  until(`"${text}" in the console`, () => site.complaints.some((one) => one.includes(text)))
const explain = (page: Page, id: string) =>
  page.evaluate((guide) => (window.handrail as Handrail).explain(guide), id)

describe('a config that is wrong', () => {
  it('is named when it is not JSON; events arrive all the same', async () => {
    const page = await open('{ "version": 1, "tours": [ }')
    await said('is not JSON')
    await track(page, 'No Config', EVENTS)
    await flush(page)
    await expectAll(site.collector, 'No Config', EVENTS)
    expect(site.complaints).toHaveLength(1)
  })

  it('is asked for by the address that its author wrote, where nothing is', async () => {
    const page = await site.context.newPage()
    const missing = site.address({ version: 1 }).replace(/%2Fdocuments%2F\d+/, '%2Fdocuments%2Ftypo')
    await page.goto(missing)
    await said('/documents/typo answered 404')
    expect(site.complaints).toHaveLength(1)
  })

  it('is said to be missing where nothing has been published; events arrive all the same', async () => {
    const page = await open()
    await said('no config is published for this write key')
    await track(page, 'Nothing Published', EVENTS)
    await flush(page)
    await expectAll(site.collector, 'Nothing Published', EVENTS)
    expect(site.complaints).toHaveLength(1)
  })

  it('loses the guide with a dangling reference, by itself, and says where', async () => {
    const page = await open({
      version: 1,
      tours: [{ ...fine, id: 'lost', audience: { segment: 'nobody' } }, fine],
    })
    await page.getByRole('dialog', { name: 'All is well' }).waitFor()
    expect(site.complaints.join()).toContain(
      'tours[0].audience.segment: found "nobody", expected the id of a segment',
    )
    expect(await explain(page, 'lost')).toMatchObject([{ gate: 'valid', passed: false }])
  })

  it('shows a guide with an unknown key, and warns once', async () => {
    const page = await open({ version: 1, colour: 'red', tours: [{ ...fine, tittle: 'x' }] })
    await page.getByRole('dialog', { name: 'All is well' }).waitFor()
    expect(site.complaints).toHaveLength(1)
    expect(site.complaints[0]).toContain('found the unknown key "colour"')
    expect(site.complaints[0]).toContain('tours[0].tittle')
  })

  it('or a chunk that does not come leaves no call unanswered', async () => {
    await site.context.route('**/chunks/targeting-*', (route) => route.abort())
    const page = await open({ version: 1, tours: [fine] })
    expect(await page.evaluate(() => (window.handrail as Handrail).start('fine'))).toBe('valid')
    await said('there are no guides')
  })

  it('cannot be published', async () => {
    const problem = await site.collector
      .command('config', 'publish', '/dev/null', '--project', site.collector.projectId)
      .catch((error: Error) => error.message)
    expect(problem).toMatch(/JSON/)
  })
})

describe('a sender that is wrong', () => {
  it('hears once that its write key is unknown, and the page works', async () => {
    const page = await open(undefined, 'wk_of_nobody')
    await said('the write key is not known')
    await track(page, 'Unknown Key', EVENTS)
    await flush(page)
    await said('401')
    expect(
      site.complaints.filter((one) => one.includes('were refused and dropped')).length,
    ).toBeLessThanOrEqual(2)
    expect(await page.getByRole('button').count()).toBe(1)
  })

  it('is told that its body is too large, and loses nothing of what fits', async () => {
    const response = await fetch(`${site.collector.origin}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ writeKey: site.collector.writeKey, batch: ['x'.repeat(600_000)] }),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toHaveProperty('error')
    const page = await open()
    await page.evaluate(() => (window.handrail as Handrail).track('Huge', { text: 'x'.repeat(40_000) }))
    await said('larger than 32 KB')
    await track(page, 'Beside Huge', EVENTS)
    await flush(page)
    await expectAll(site.collector, 'Beside Huge', EVENTS)
  })
})

describe('a world that is wrong', () => {
  it('shows guides of the last good config while the collector is down, and sends later', async () => {
    const config = { version: 1, tours: [{ ...fine, frequency: 'always' }] }
    await site.collector.command(
      'config',
      'publish',
      await file(config),
      '--project',
      site.collector.projectId,
    )
    const first = await open()
    await first.getByRole('dialog', { name: 'All is well' }).waitFor()
    await first.getByRole('button', { name: 'Close' }).click()
    await first.close()
    site.relay.fault = () => 'refuse'
    const page = await open()
    await page.getByRole('dialog', { name: 'All is well' }).waitFor()
    await track(page, 'Collector Down', EVENTS)
    site.relay.fault = () => undefined
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expectAll(site.collector, 'Collector Down', EVENTS)
  })

  it('shows guides and delivers events where storage is blocked', async () => {
    await blockStorage(site.context)
    const page = await open({ version: 1, tours: [fine] })
    await page.getByRole('dialog', { name: 'All is well' }).waitFor()
    await track(page, 'Storage Blocked', EVENTS)
    await flush(page)
    await expectAll(site.collector, 'Storage Blocked', EVENTS)
    expect(site.complaints).toEqual([])
  })
})

async function file(json: unknown): Promise<string> {
  const path = `${site.collector.dataDir}/published.json`
  await writeFile(path, JSON.stringify(json))
  return path
}
