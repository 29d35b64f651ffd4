import axe, { type AxeResults } from 'axe-core'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPersonas } from '../../../demo/server/personas'
import { buildTandem } from '../../../demo/server/tandem'
import { launchBrowser } from '../helpers/browser'

// Nobody listens there: Tandem must not notice.
const collectorOrigin = 'http://127.0.0.1:1'
const unreachable = 'net::ERR_UNSAFE_PORT'

let browser: Browser
let tandem: FastifyInstance
let origin: string

beforeAll(async () => {
  browser = await launchBrowser()
  tandem = buildTandem({
    embedding: { collectorOrigin, writeKey: 'wk_demo' },
    root: 'demo',
    people: createPersonas({ seed: 'test', asOf: Date.UTC(2026, 10, 22) }),
    slowMs: 50,
  })
  origin = await tandem.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await browser?.close()
  await tandem?.close()
})

/** A page of a fresh browser, and what it complained about. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(options)).newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(unreachable)) complaints.push(message.text())
  })
  await page.goto(origin + path)
  return { page, complaints }
}

async function startTrial(page: Page) {
  await page.getByRole('button', { name: 'Start trial' }).click()
  await page.getByRole('heading', { name: 'No projects yet' }).waitFor()
}

/** Signs in to an account that has been in use for a while. */
async function signIn(page: Page) {
  await page.locator('.person').nth(1).click()
  await page.locator('.project').first().waitFor()
}

async function createProject(page: Page, title: string) {
  await page.locator('[data-tour=new-project]').click()
  await page.getByLabel('Project name').fill(title)
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** What waits in the snippet's array for a script that never comes: method and first argument. */
const calls = (page: Page) =>
  page.evaluate(() =>
    Array.from(window.handrail as unknown as unknown[][], ([method, name]) => `${method} ${name}`),
  )

describe('Tandem without a collector', () => {
  it('keeps what people make in it, over a reload', async () => {
    const { page, complaints } = await open('/')
    await startTrial(page)
    await createProject(page, 'Spring launch')
    await page.locator('[data-tour=new-task]').click()
    await page.getByLabel('Title').fill('Book the venue')
    await page.getByRole('button', { name: 'Create task' }).click()
    await page.locator('.task', { hasText: 'Book the venue' }).waitFor()
    await page.reload()
    await page.locator('.task', { hasText: 'Book the venue' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('leaves its calls in the array of the snippet, in order', async () => {
    const { page } = await open('/')
    await startTrial(page)
    await createProject(page, 'Spring launch')
    const made = await calls(page)
    expect(made.map((call) => call.replace(/-[0-9a-f]{8}/, ''))).toEqual([
      'identify u',
      'group paper-kite',
      'track Trial Started',
      'track Project Created',
    ])
  })

  it('moves a card by keyboard, keeps focus on it and says where it went', async () => {
    const { page } = await open('/')
    await signIn(page)
    await page.locator('.project').first().click()
    const card = page.locator('.column').first().locator('.task').first()
    const id = await card.getAttribute('id')
    await card.press('Shift+ArrowRight')
    await page.locator(`.column:nth-child(2) #${id}:focus`).waitFor()
    expect(await page.getByRole('status').textContent()).toBe('Moved to In progress')
    expect(await calls(page)).toContain('track Task Moved')
  })

  it('moves a card by dragging it', async () => {
    const { page } = await open('/')
    await signIn(page)
    await page.locator('.project').first().click()
    const card = page.locator('.column').first().locator('.task').first()
    const id = await card.getAttribute('id')
    // Near the top, so that nothing scrolls away under the pointer.
    await card.dragTo(page.locator('.column').nth(3), { targetPosition: { x: 60, y: 60 } })
    await page.locator(`.column:nth-child(4) #${id}`).waitFor()
    expect(await calls(page)).toContain('track Task Completed')
  })

  it('loads billing as a document of its own, and everything else in place', async () => {
    const { page } = await open('/')
    await signIn(page)
    await page.evaluate(() => document.body.setAttribute('data-same-document', ''))
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByRole('heading', { name: 'Team', exact: true }).waitFor()
    expect(await page.locator('[data-same-document]').count()).toBe(1)
    await page.getByRole('link', { name: 'Billing' }).click()
    await page.locator('.plan').first().waitFor()
    expect(await page.locator('[data-same-document]').count()).toBe(0)
  })

  it('exports what the report shows', async () => {
    const { page } = await open('/')
    await signIn(page)
    await page.getByRole('link', { name: 'Reports' }).click()
    const rows = await page.locator('tbody tr').count()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const stream = await (await downloading).createReadStream()
    const csv = (await stream.toArray()).join('')
    expect(rows).toBeGreaterThan(20)
    expect(csv.split('\r\n').length).toBe(rows + 1)
  })
})

const pages = [
  '/sign-in',
  '/projects',
  '/projects/new',
  '/projects/spring-launch',
  '/reports',
  '/team',
  '/billing',
  '/settings',
]

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('is accessible on every page', async () => {
    const { page, complaints } = await open('/', { colorScheme })
    await signIn(page)
    const found: string[] = []
    for (const path of pages) {
      await page.goto(origin + path)
      await page.locator('h1').waitFor()
      if (path === '/reports') await page.locator('[data-panel]').waitFor()
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      found.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`))
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe.each(['en', 'fa', 'ar'])('on a phone in %s', (language) => {
  it('fits the screen', async () => {
    const { page } = await open(`/?lang=${language}`, { viewport: { width: 390, height: 844 } })
    await signIn(page)
    for (const path of pages) {
      await page.goto(origin + path)
      await page.locator('h1').waitFor()
      const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect({ path, spill }).toEqual({ path, spill: 0 })
    }
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'en' ? 'ltr' : 'rtl')
  })
})
