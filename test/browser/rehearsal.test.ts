import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../src/handrail'
import { flush, ready, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

interface Noticed {
  rehearsals: number
  frames: number
  framesWithGuide: number
  focus: number
  scrolls: number
  clicks: number
}
declare global {
  interface Window {
    noticed: Noticed
  }
}

const site = useSite()
const config = {
  version: 1,
  tours: [
    {
      id: 'later',
      when: { code: true },
      steps: [
        {
          id: 'one',
          target: '[data-action=export]',
          before: { click: '[data-action=export]' },
          title: 'Later',
          media: { image: '/picture.png', alt: 'A picture' },
        },
      ],
    },
  ],
  checklists: [
    {
      id: 'list',
      title: 'First steps',
      when: { code: true },
      items: [{ id: 'done', title: 'Done', done: { event: 'Done' } }],
    },
  ],
  surveys: [
    { id: 'asked', as: 'modal', when: { code: true }, questions: [{ id: 'q', type: 'nps', title: 'Well?' }] },
  ],
  announcements: [
    { id: 'modal', when: { code: true }, title: 'News', media: { image: '/picture.png', alt: 'A picture' } },
  ],
}
const KINDS = ['tour', 'checklist', 'survey', 'announcement']

/** Counts in every page what a user, or a host, could notice. */
const watch = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    window.noticed = { rehearsals: 0, frames: 0, framesWithGuide: 0, focus: 0, scrolls: 0, clicks: 0 }
    const isRoot = ({ nodeName }: Node) => nodeName === 'HANDRAIL-ROOT'
    new MutationObserver((records) => {
      window.noticed.rehearsals += records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isRoot).length
    }).observe(document, { childList: true, subtree: true })
    const onFrame = () => {
      window.noticed.frames += 1
      if (document.querySelector('handrail-root')) window.noticed.framesWithGuide += 1
      requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
    // What a tour begins at has to be scrolled to.
    addEventListener('DOMContentLoaded', () => {
      document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 3000px' }))
    })
    addEventListener('focus', () => (window.noticed.focus += 1), true)
    addEventListener('scroll', () => (window.noticed.scrolls += 1), true)
    addEventListener('click', () => (window.noticed.clicks += 1), true)
  })

/** Opens the product; `asked` are the paths of what it asks for, by then and later. */
async function visit(width = 1280): Promise<{ page: Page; asked: string[] }> {
  const asked: string[] = []
  const page = await site.context.newPage()
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.setViewportSize({ width, height: 800 })
  await page.goto(site.address(config))
  await ready(page)
  return { page, asked }
}

const isOf = (kind: string) => (path: string) => path.startsWith(`/chunks/${kind}-`)
const start = (page: Page, id: string) => page.evaluate((id) => (window.handrail as Handrail).start(id), id)

it.each([
  ['a desktop', 1280],
  ['a phone', 390],
])(
  'on %s guides that wait for their trigger are loaded and drawn once, and nobody notices',
  async (_, width) => {
    await watch(site.context)
    const { page, asked } = await visit(width)
    const before = await page.evaluate(() => document.documentElement.outerHTML)
    await until(
      'the rehearsals',
      async () => (await page.evaluate(() => window.noticed.rehearsals)) >= KINDS.length,
    )
    const { frames } = await page.evaluate(() => window.noticed)
    await page.waitForFunction((frames) => window.noticed.frames > frames + 10, frames)

    expect(await page.evaluate(() => window.noticed)).toMatchObject({
      rehearsals: KINDS.length,
      framesWithGuide: 0,
      focus: 0,
      scrolls: 0,
      clicks: 0,
    })
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
    expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('BODY')
    for (const kind of KINDS) expect(asked.filter(isOf(kind))).toHaveLength(1)
    expect(asked).not.toContain('/picture.png')
    await flush(page)
    expect(site.relay.posts.map(({ text }) => text).join()).not.toMatch(/Guide |Step |Survey |Item /)

    const loaded = asked.filter((path) => path.startsWith('/chunks/')).length
    expect(await start(page, 'later')).toBe('shown')
    await page.getByRole('heading', { name: 'Later' }).waitFor()
    expect(asked.filter((path) => path.startsWith('/chunks/'))).toHaveLength(loaded)
    expect(asked).toContain('/picture.png')
  },
)

it('nothing is loaded before its time for users who save data', async () => {
  await site.context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const { page, asked } = await visit()
  await until('the guides', () => asked.some(isOf('targeting')))
  for (let n = 0; n < 5; n++) await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
  expect(KINDS.filter((kind) => asked.some(isOf(kind)))).toEqual([])
  expect(await start(page, 'asked')).toBe('shown')
  expect(KINDS.filter((kind) => asked.some(isOf(kind)))).toEqual(['survey'])
})
