import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from './delivery/site'
import { launchBrowser } from './helpers/browser'

const config = {
  version: 1,
  defaultLocale: 'en',
  strings: { fa: { done: 'تمام شد' } },
  tours: [
    {
      id: 'welcome',
      when: { page: '/**' },
      steps: [
        { id: 'hello', as: 'modal', title: { en: 'Welcome', fa: 'خوش آمدید' } },
        { id: 'end', as: 'modal', title: { en: 'The end', fa: 'پایان' } },
      ],
    },
  ],
  checklists: [
    {
      id: 'first',
      title: { en: 'First steps', fa: 'نخستین گام‌ها' },
      open: false,
      items: [{ id: 'one', title: 'One', done: { event: 'One' } }],
    },
  ],
}

let browser: Browser
let site: Site
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), startSite()])
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

interface Visit {
  page: Page
  /** Files of languages that were asked for. */
  languages: string[]
  console: string[]
}

/** The product in a language, with a config of its own and no collector that answers. */
async function visit(lang: string, prepare?: (page: Page) => Promise<unknown>): Promise<Visit> {
  const context = await browser.newContext()
  contexts.push(context)
  const page = await context.newPage()
  const languages: string[] = []
  const lines: string[] = []
  page.on('request', (request) => {
    const [, language] = /\/chunks\/locales\/(.+)-[^-]{8}\.js$/.exec(request.url()) ?? []
    if (language) languages.push(language)
  })
  page.on('console', (message) => lines.push(message.text()))
  await page.route('**/page?*', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<html lang="en">', `<html lang="${lang}">`)
    await route.fulfill({ response, body })
  })
  await prepare?.(page)
  await page.goto(site.url('http://127.0.0.1:9', 'wk_demo', site.publish(JSON.stringify(config))))
  return { page, languages, console: lines }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe('the interface', () => {
  it('is in the language of the page, from one file, with its digits and from right to left', async () => {
    const { page, languages } = await visit('fa-IR')
    await page.getByRole('img', { name: 'گام ۱ از ۲' }).waitFor()
    expect(await page.locator('.handrail').first().getAttribute('dir')).toBe('rtl')
    await button(page, 'بعدی').click()
    await page.getByRole('img', { name: 'گام ۲ از ۲' }).waitFor()
    const [back, done] = await Promise.all(
      [button(page, 'قبلی'), button(page, 'تمام شد')].map((one) => one.boundingBox()),
    )
    expect(done?.x).toBeLessThan(back?.x ?? 0)
    await button(page, 'تمام شد').click()
    await page.getByRole('button', { name: 'باز کردن «نخستین گام‌ها»، ۱ کار مانده' }).waitFor()
    expect(languages).toEqual(['fa'])
  })

  it.each(['en-GB', 'nl'])('is in English, without a request, on a page in %s', async (lang) => {
    const { page, languages } = await visit(lang)
    await button(page, 'Next').waitFor()
    expect(languages).toEqual([])
  })

  it('takes a slip in the language of the page', async () => {
    const { page, languages } = await visit('zh_TW')
    await button(page, '下一步').waitFor()
    expect(languages).toEqual(['zh-hant'])
  })

  it('falls back to English, and says so once, when the file of the language does not come', async () => {
    const { page, console } = await visit('de', (one) => one.route('**/locales/**', (route) => route.abort()))
    await button(page, 'Next').click()
    await button(page, 'Done').click()
    await page.getByRole('button', { name: /^Open First steps/ }).waitFor()
    const warnings = console.filter((line) => line.startsWith('[handrail]') && line.includes('"de"'))
    expect(warnings).toHaveLength(1)
  })
})
