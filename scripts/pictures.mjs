// Takes the pictures of the README from the demo as it is built: node scripts/pictures.mjs
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startDemo } from '../demo/dist/server/demo.js'
import { browserFlags, findBrowser } from './find-browser.mjs'

const folder = 'docs/images'
const viewport = { width: 1280, height: 800 }

const dataDir = await mkdtemp(join(tmpdir(), 'handrail-pictures-'))
const demo = await startDemo({ port: 0, collectorOptions: { port: 0, logLevel: 'error' }, dataDir })
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserFlags,
})
try {
  await pictureGuides()
  await pictureAccount()
} finally {
  await browser.close()
  await demo.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** A person who tries Tandem, up to the survey. */
async function pictureGuides() {
  const page = await browser.newPage({ viewport })
  await page.goto(demo.origin)
  await page.locator('.person').first().click()
  await page.getByRole('button', { name: 'Show me' }).click()
  await settled(page.getByRole('heading', { name: 'Start here' }))
  await page.screenshot({ path: join(folder, 'tour.png') })
  await page.locator('[data-tour=new-project]').click()
  await page.getByLabel('Project name').fill('Spring launch')
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.getByRole('button', { name: 'Got it' }).click()
  await page.getByRole('button', { name: /Get started/ }).click()
  await settled(page.getByRole('heading', { name: /Get started/ }))
  await page.screenshot({ path: join(folder, 'checklist.png') })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Reports' }).click()
  await settled(page.getByRole('radiogroup', { name: /How likely/ }))
  await page.screenshot({ path: join(folder, 'survey.png') })
  await page.close()
}

/** The account that is most at risk, as a customer-success manager sees it. */
async function pictureAccount() {
  const page = await browser.newPage({ viewport })
  await page.goto(`${demo.collector.origin}/accounts`)
  await page.getByLabel('Email').fill(demo.login.email)
  await page.getByLabel('Password').fill(demo.login.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.locator('main a[href*="/accounts/"]').nth(5).click()
  await settled(page.getByRole('heading', { name: 'Why this score' }))
  await page.screenshot({ path: join(folder, 'account.png') })
  await page.goto(demo.collector.origin)
  await settled(page.getByRole('heading', { name: 'Needs attention' }))
  await page.screenshot({ path: join(folder, 'portfolio.png') })
  await page.close()
}

/** Waits until something is on the screen and no longer moves. */
async function settled(locator) {
  await locator.waitFor()
  let last = ''
  for (let still = 0; still < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const box = JSON.stringify(await locator.boundingBox())
    still = box === last ? still + 1 : 0
    last = box
  }
}
