import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountDetail } from '../../../collector/src/api-types'
import type { Demo } from '../../../demo/server/start-demo'
import { collectComplaints, until } from '../dashboard/inspect'
import { launchBrowser } from '../helpers/browser'

// The demo as it is built and started by `npm run demo`: what a person would use is what is tested.
const { startDemo }: typeof import('../../../demo/server/start-demo') = await import(
  new URL('../../../demo/dist/server/demo.js', import.meta.url).href
)

let browser: Browser
let demo: Demo
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-story-'))
  browser = await launchBrowser()
  demo = await startDemo({ port: 0, collectorOptions: { port: 0 }, dataDir })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const account = async (id: string): Promise<AccountDetail> => {
  const response = await fetch(`${demo.collector.origin}/api/accounts/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${demo.apiToken}` },
  })
  expect(response.status).toBe(200)
  return response.json()
}
const progressOf = ({ guides }: AccountDetail, kind: string, id: string) =>
  guides.find((guide) => guide.kind === kind && guide.id === id)

/** Signs in as the admin of a trial that never got going; returns the id of their account. */
async function signIn(page: Page): Promise<string> {
  const people: { account: { id: string }; pattern: string }[] = await (
    await fetch(`${demo.origin}/people.json`)
  ).json()
  const index = people.findIndex(({ pattern }) => pattern === 'stalled')
  await page.goto(demo.origin)
  await page.locator('.person').nth(index).click()
  const id = people[index]?.account.id
  if (!id) throw new Error('the demo has no trial that never got going')
  return id
}

async function followTour(page: Page): Promise<void> {
  await page
    .getByRole('dialog', { name: /^Welcome/ })
    .getByRole('button', { name: 'Show me' })
    .click()
  await page.getByRole('heading', { name: 'Start here' }).waitFor()
  await page.locator('[data-tour=new-project]').click()
  await page.getByRole('heading', { name: 'Give it a name' }).waitFor()
  await page.getByLabel('Project name').fill('Spring launch')
  await page.getByRole('button', { name: 'Create project' }).click()
  await page
    .getByRole('dialog', { name: 'Your board is ready' })
    .getByRole('button', { name: 'Got it' })
    .click()
}

async function answerNps(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: /How likely/ }).waitFor()
  await page.getByRole('radio', { name: '3', exact: true }).click()
  await page.getByRole('textbox', { name: /made it better/ }).fill('Inviting people took me three tries.')
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('heading', { name: 'Thank you for being frank' }).waitFor()
}

/** What the dashboard shows for one account. */
async function readDashboard(context: BrowserContext, id: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(`${demo.collector.origin}/accounts/${encodeURIComponent(id)}`)
  await page.getByLabel('Email').fill(demo.login.email)
  await page.getByLabel('Password').fill(demo.login.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  const main = page.getByRole('main')
  await main.getByText('Inviting people took me three tries.').first().waitFor()
  return (await main.textContent()) ?? ''
}

it('asks a new trial that closes the tour, too', async () => {
  const page = await browser.newPage()
  await page.goto(demo.origin)
  await page.getByRole('button', { name: 'Start trial' }).click()
  await page.getByRole('dialog', { name: /^Welcome/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('radiogroup', { name: /How likely/ }).waitFor()
  await page.close()
})

describe('from a script tag to a health score', () => {
  it('leads through tour, checklist and survey, and moves the score for it', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const complaints = collectComplaints(context)
    const page = await context.newPage()
    const id = await signIn(page)
    const before = await account(id)

    await followTour(page)
    await page.getByRole('button', { name: /Get started/ }).click()
    await page.getByText('1 of 4 done').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Reports' }).click()
    await answerNps(page)
    await page.close({ runBeforeUnload: true })

    await until('the account shows the answer', async () =>
      (await account(id)).answers.some(({ completed }) => completed),
    )
    await until('the score has moved', async () => (await account(id)).score !== before.score)
    const after = await account(id)
    expect(progressOf(after, 'tour', 'welcome')).toMatchObject({ completed: 1 })
    expect(progressOf(after, 'checklist', 'get-started')?.doneCount).toBeGreaterThan(
      progressOf(before, 'checklist', 'get-started')?.doneCount ?? 0,
    )
    expect(after.answers[0]).toMatchObject({
      surveyId: 'nps',
      metric: 'nps',
      score: 3,
      completed: true,
      answers: { score: 3, improve: 'Inviting people took me three tries.' },
    })
    expect(after.components.onboarding).toBeGreaterThan(before.components.onboarding ?? 0)
    expect(after.components.sentiment).not.toBe(before.components.sentiment)
    expect(after.components.breadth).toBe(before.components.breadth)

    const text = await readDashboard(context, id)
    expect(text).toContain(String(Math.round(after.score ?? Number.NaN)))
    // In the words of the config, not by its ids.
    expect(text).toContain('Finished the tour "Welcome tour"')
    expect(text).toContain('What would have made it better?')
    expect(complaints).toEqual([])
  }, 120_000)
})
