import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountDetail, AccountsPage, Portfolio } from '../../../collector/src/api-types'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import { launchBrowser } from '../helpers/browser'
import { MARKUP, makeHistory, sendBatch } from './history'
import { collectComplaints, findAxeProblems, until } from './inspect'

const PAGES = [
  '/',
  '/accounts',
  '/accounts/acme',
  '/accounts/quiet%2Fco',
  '/accounts/new',
  '/live',
  '/definitions',
]

let collector: RunningCollector
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  ;[collector, browser] = await Promise.all([startCollector(), launchBrowser()])
  await until('the event store is there', async () => (await fetch(`${collector.origin}/readyz`)).ok)
  await sendBatch(collector, makeHistory(Date.now()))
  await until('the accounts have their scores', async () => {
    const { accounts } = await api<AccountsPage>('/api/accounts')
    return accounts.length === 3 && accounts.filter(({ score }) => score !== null).length === 2
  })
})

afterAll(async () => {
  await browser?.close()
  await collector?.stop()
})

beforeEach(async () => {
  await open({})
})

afterEach(() => context.close())

async function open(options: Parameters<Browser['newContext']>[0]) {
  await context?.close()
  context = await browser.newContext({ baseURL: collector.origin, locale: 'en-US', ...options })
  complaints = collectComplaints(context)
  page = await context.newPage()
}

async function api<T>(path: string): Promise<T> {
  const response = await fetch(collector.origin + path, {
    headers: { authorization: `Bearer ${collector.apiToken}` },
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json() as Promise<T> // the shapes of api-types.ts
}

async function logIn(path = '/', { email, password } = collector.login) {
  await page.goto(path)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

const goto = async (path: string) => {
  await page.goto(path)
  await page.locator('.skeleton').waitFor({ state: 'detached' })
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })

describe('the way to an explained number', () => {
  it('leads from the login over portfolio and accounts to an account whose figures are those of the API', async () => {
    await logIn()
    await heading('Portfolio').waitFor()
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
    await page.getByRole('link', { name: 'Acme' }).click()
    await heading('Acme').waitFor()

    const account = await api<AccountDetail>('/api/accounts/acme')
    await until('the page shows the score of the API', async () => {
      return (await page.locator('.big-figure').textContent()) === account.score?.toFixed(1)
    })
    for (const [component, value] of Object.entries(account.components)) {
      const shown = await page.locator(`[data-component=${component}] td`).nth(1).textContent()
      expect([component, shown]).toEqual([component, value === null ? 'no data' : value.toFixed(1)])
    }
    expect(complaints).toEqual([])
  })

  it('shows the score of the list as the API sorts it, worst first, unknown last', async () => {
    await logIn('/accounts')
    await page.getByRole('row').nth(3).waitFor()
    const { accounts } = await api<AccountsPage>('/api/accounts?sort=score')
    const shown = await page.locator('.score-cell').allTextContents()
    expect(shown).toEqual(accounts.map(({ score }) => score?.toFixed(1) ?? 'no data'))
    expect(shown.at(-1)).toBe('no data')
  })

  it('links each component to its definition', async () => {
    await logIn('/accounts/acme')
    await page.getByRole('link', { name: 'Breadth' }).first().click()
    await heading('Definitions').waitFor()
    await until('the definition has the focus', () =>
      page.evaluate(() => document.activeElement?.id === 'breadth'),
    )
  })
})

it('calls an account by its name while it is being asked for', async () => {
  await logIn('/accounts')
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/accounts/acme', async (route) => {
    await asked
    await route.continue()
  })
  await page.getByRole('link', { name: 'Acme' }).click()
  const name = heading(/^Acme$/)
  await name.waitFor()
  const before = await name.boundingBox()
  expect(await page.locator('.skeleton').count()).toBe(1)
  answer()
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  expect((await name.boundingBox())?.y).toBe(before?.y)
})

it('marks the users for whom the server of the product has signed', async () => {
  const userId = 'acme-1'
  const signature = createHmac('sha256', collector.identitySecret).update(userId).digest('hex')
  const context = { groupId: 'acme', handrail: { signature } }
  await sendBatch(collector, [{ type: 'identify', userId, traits: {}, context }])
  await until('it is known who is signed for', async () => {
    const { users } = await api<AccountDetail>('/api/accounts/acme')
    return users.some(({ verified }) => verified)
  })
  await logIn('/accounts/acme')
  const users = page.getByRole('region', { name: 'Users' }).getByRole('listitem')
  const marked = users.filter({ hasText: 'verified' })
  await marked.first().waitFor()
  expect(await users.count()).toBe(5)
  expect(await marked.locator('.strong').allTextContents()).toEqual(['Person acme-1'])
  await marked.getByRole('link', { name: 'verified' }).click()
  await heading('Definitions').waitFor()
})

describe('charts', () => {
  beforeEach(() =>
    page.addInitScript(() => {
      const written: string[] = []
      const { fillText } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        written.push(text)
        fillText.call(this, text, ...place)
      }
      Object.assign(window, { written })
    }),
  )
  const written = () => page.evaluate(() => (window as { written?: string[] }).written ?? [])
  const rows = (name: string) => page.getByRole('region', { name }).locator('tbody tr')

  it('draw the score of the first day under that day alone', async () => {
    await logIn('/accounts/acme')
    await rows('Score by day').first().waitFor({ state: 'attached' })
    expect(await rows('Score by day').count()).toBe(1)
    const days = (await written()).filter((text) => /[a-z]/i.test(text))
    expect(days).toHaveLength(1)
    expect(await rows('Score by day').locator('th').textContent()).toContain(days[0])
  })

  it('tell of bands by day from the second day on, few accounts in whole numbers from 0', async () => {
    await logIn()
    await page.getByRole('heading', { name: 'Fell most' }).waitFor()
    expect(await rows('Accounts by band').count()).toBe(0)
    await page.route('**/api/portfolio', async (route) => {
      const response = await route.fetch()
      const portfolio: Portfolio = await response.json()
      const history = portfolio.history.flatMap((day) => [{ ...day, day: '2026-01-01' }, day]).slice(-2)
      await route.fulfill({ response, json: { ...portfolio, history } })
    })
    await page.reload()
    await rows('Accounts by band').first().waitFor({ state: 'attached' })
    expect((await written()).filter((text) => /^\d+$/.test(text))).toEqual(['0', '1', '2', '3'])
  })
})

describe('untrusted text', () => {
  it('is shown as text wherever it appears', async () => {
    await logIn('/accounts/quiet%2Fco')
    await heading(MARKUP).waitFor()
    await goto('/accounts/acme')
    await page.getByText(`Quick to learn. ${MARKUP}`).waitFor()
    await page.getByText('Project Created').first().click()
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.evaluate(() => 'markupRan' in window)).toBe(false)
    expect(complaints).toEqual([])
  })

  it('reaches a spreadsheet with its figures exact', async () => {
    await logIn('/accounts')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
    const { score } = await api<AccountDetail>('/api/accounts/quiet%2Fco')
    expect(lines).toContainEqual(
      expect.stringContaining(`quiet/co,"${MARKUP.replaceAll('"', '""')}",${score},at_risk,`),
    )
  })
})

describe.each(['light', 'dark'] as const)('every page in %s', (colorScheme) => {
  it('passes axe and breaks no policy', async () => {
    await open({ colorScheme, viewport: { width: 1440, height: 900 } })
    await page.goto('/login')
    expect(['/login', ...(await findAxeProblems(page))]).toEqual(['/login'])
    await logIn()
    await heading('Portfolio').waitFor()
    for (const path of PAGES) {
      await goto(path)
      expect([path, ...(await findAxeProblems(page))]).toEqual([path])
    }
    expect(complaints).toEqual([])
  })
})

describe('layout', () => {
  it.each(['ltr', 'rtl'])('fits a phone, %s', async (dir) => {
    await open({ viewport: { width: 390, height: 844 } })
    await logIn()
    await heading('Portfolio').waitFor()
    for (const path of PAGES) {
      await goto(`${path}?dir=${dir}`)
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
      expect([path, scrollWidth]).toEqual([path, clientWidth])
    }
  })

  it('begins at the right in a language written from right to left', async () => {
    await logIn('/?lang=fa')
    await heading('Portfolio').waitFor()
    const nav = await page.getByRole('navigation').boundingBox()
    const main = await page.getByRole('main').boundingBox()
    expect(nav?.x).toBeGreaterThan(main?.x ?? 0)
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
    await page.locator('.score-cell .num').first().waitFor()
    expect(await page.locator('.score-cell .num').first().textContent()).toMatch(/[۰-۹]/)
  })
})

describe('keyboard', () => {
  it('finds and opens an account without a pointer', async () => {
    await logIn('/accounts')
    await page.getByRole('link', { name: 'Acme' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('acm')
    await until('one account is left', async () => (await page.locator('tbody tr').count()) === 1)
    await page.getByRole('searchbox').fill('')
    await until('all are back', async () => (await page.locator('tbody tr').count()) === 3)
    const links = page.locator('tbody a')
    await links.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true)
    const name = (await links.nth(1).textContent()) ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    // The name stands there before the page that it is the title of.
    await until('the focus', () => page.evaluate(() => document.activeElement?.id === 'main'))
  })
})

describe('live', () => {
  const arrival = (name: string) => page.locator('.live-name', { hasText: name })

  it('shows what arrives, and what was rejected with its reason, and waits while paused', async () => {
    await logIn('/live')
    await page.getByText('Connected').waitFor()
    await sendBatch(collector, [{ type: 'track', userId: 'u', event: 'Report Viewed', messageId: 'live-1' }])
    await arrival('Report Viewed').waitFor()
    await sendBatch(collector, [{ type: 'track', userId: 'u', messageId: 'live-2' }])
    await page.getByText(/Rejected: event: found nothing/).waitFor()
    await arrival('Report Viewed').click()
    await page.getByText('"messageId": "live-1"').waitFor()

    await page.getByRole('button', { name: 'Pause' }).click()
    await sendBatch(collector, [{ type: 'track', userId: 'u', event: 'Task Moved', messageId: 'live-3' }])
    await page.getByText('1 event waiting').waitFor()
    expect(await arrival('Task Moved').count()).toBe(0)
    await page.getByRole('button', { name: 'Continue' }).click()
    await arrival('Task Moved').waitFor()
  })

  it('lists what is delivered again once, and the last of a batch first', async () => {
    await logIn('/live')
    await page.getByText('Connected').waitFor()
    const timestamp = new Date()
    const batch = ['Step Viewed', 'Step Completed', 'Guide Completed'].map((event) => {
      return { type: 'track', userId: 'again', event, messageId: event, timestamp }
    })
    await sendBatch(collector, batch)
    await arrival('Guide Completed').waitFor()
    await sendBatch(collector, [...batch, { ...batch[0], event: 'After It', messageId: 'after' }])
    await arrival('After It').waitFor()
    const told = page.locator('.live li', { hasText: 'again' }).locator('.live-name')
    expect(await told.allTextContents()).toEqual([
      'After It',
      'Guide Completed',
      'Step Completed',
      'Step Viewed',
    ])
  })

  it('goes on by itself when the collector was stopped in order and is back', async () => {
    await logIn('/live')
    await page.getByText('Connected').waitFor()
    await collector.restart()
    await sendBatch(collector, [{ type: 'track', userId: 'u', event: 'Back Again', messageId: 'back' }])
    await arrival('Back Again').waitFor()
    await page.getByText('Connected').waitFor()
  })
})

it('shows an account whose survey has a metric that every object answers to', async () => {
  const properties = {
    guide_kind: 'survey',
    guide_id: 'odd',
    submission_id: 's',
    metric: '__proto__',
    answers: null,
  }
  const answered = { type: 'track', userId: 'u', event: 'Survey Answered', messageId: 'odd', properties }
  await sendBatch(collector, [{ ...answered, context: { groupId: 'odd' } }])
  await until('the account is there', async () =>
    (await api<AccountsPage>('/api/accounts')).accounts.some(({ id }) => id === 'odd'),
  )
  await logIn('/accounts/odd')
  await page.getByRole('heading', { level: 3, name: /^__proto__/ }).waitFor()
})

describe('trouble', () => {
  it('says that a password is wrong, and keeps the address', async () => {
    await logIn('/', { email: collector.login.email, password: 'not the password' })
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Email').inputValue()).toBe(collector.login.email)
  })

  it('says that the collector is down, and goes on where it was, still logged in', async () => {
    await logIn()
    await heading('Portfolio').waitFor()
    await collector.kill()
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
    await page.getByText('No connection to the collector').waitFor()
    await collector.restart()
    await page.getByRole('link', { name: 'Acme' }).waitFor()
  })

  it('asks for the login again when the session is over, and comes back to the page', async () => {
    await logIn()
    await heading('Portfolio').waitFor()
    // What is still asked for would be refused, and lead to the login before the click does.
    await page.waitForLoadState('networkidle')
    await context.clearCookies()
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
    await page.waitForURL('**/login?next=%2Faccounts')
    await logIn(page.url())
    await heading('Accounts').waitFor()
  })

  it('logs out', async () => {
    await logIn()
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.waitForURL('**/login')
    await page.goto('/accounts')
    expect(new URL(page.url()).pathname).toBe('/login')
  })

  it('names an account that does not exist', async () => {
    await logIn('/accounts/nobody')
    await page.getByRole('alert').getByText('nobody').waitFor()
  })
})
