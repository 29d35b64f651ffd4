import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import type { Survey } from '../../../src/schema'
import { launchBrowser } from '../helpers/browser'
import type { Situation } from './situation'
import { press, ready, refusal, seeStep, told, useSituations } from './use-situations'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
})
afterAll(() => collector?.stop())

const PLAIN = 'product.test'
const situations = useSituations(() => launchBrowser([`--host-resolver-rules=MAP *.${PLAIN} 127.0.0.1`]))

/** A batch leaves after two seconds; the engine may just be starting. */
const ARRIVES = { timeout: 20_000 }

const NPS: Survey = {
  id: 'nps',
  metric: 'nps',
  questions: [
    { id: 'score', type: 'nps', title: 'How likely?' },
    { id: 'why', type: 'text', title: 'Why?', optional: true },
  ],
}
const CHOICE: Survey = {
  id: 'use',
  questions: [
    {
      id: 'for',
      type: 'choice',
      title: { en: 'What for?', fa: 'برای چه؟' },
      choices: [
        { id: 'plan', label: { en: 'Planning', fa: 'برنامه‌ریزی' } },
        { id: 'track', label: { en: 'Tracking', fa: 'پیگیری' } },
      ],
    },
  ],
}
const asking = (survey: Partial<Survey>, more: Partial<Situation> = {}): Situation => ({
  body: '<button id="plain">Plain</button>',
  config: { surveys: [{ ...NPS, ...survey } as Survey] },
  ...more,
})
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()
const surfaces = (page: Page) => page.locator('handrail-root').count()

/** Ends the session: nothing has happened for longer than 30 minutes. */
async function comeBackLater(page: Page): Promise<void> {
  await page.clock.fastForward('31:00')
  await page.reload()
  await ready(page)
}

describe('how often a survey comes', () => {
  test('closed once, one that asks until it is answered comes back in a later session, not in this one', async () => {
    const page = await situations.open(asking({ frequency: 'until-completed' }))
    await page.clock.install()
    await page.reload()
    await seeStep(page, 'How likely?')
    await press(page, 'Close')
    await expect.poll(() => surfaces(page)).toBe(0)
    await page.reload()
    expect(await refusal(page, 'nps')).toBe('frequency')
    await comeBackLater(page)
    await seeStep(page, 'How likely?')
  })

  test('answered, it does not come back, neither in this session nor later, for people without a name too', async () => {
    const page = await situations.open(asking({ frequency: 'until-completed' }))
    await page.clock.install()
    await page.reload()
    await seeStep(page, 'How likely?')
    await choose(page, '9')
    await seeStep(page, 'Why?')
    await page.getByRole('textbox').fill('Fast')
    await press(page, 'Submit')
    await seeStep(page, 'Thank you')
    await page.reload()
    await expect.poll(() => refusal(page, 'nps')).toBe('frequency')
    await comeBackLater(page)
    await expect.poll(() => refusal(page, 'nps')).toBe('frequency')
    expect(await surfaces(page)).toBe(0)
  })

  test('a survey that waits does not come on another page than its own', async () => {
    const page = await situations.open(asking({ when: { page: '/', afterSeconds: 0.3 } }))
    await ready(page)
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
    expect(await refusal(page, 'nps')).toBe('page')
    // Longer than its delay, seen by another timer of the page.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)))
    expect(await surfaces(page)).toBe(0)
    await page.goBack()
    await seeStep(page, 'How likely?')
  })
})

test('a survey comes, and is answered, on plain http too', async () => {
  const page = await situations.open(asking({}))
  await page.goto(page.url().replace('localhost', PLAIN))
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await seeStep(page, 'How likely?')
  await choose(page, '9')
  await seeStep(page, 'Why?')
  const [answered] = await told(page, 'Survey Answered')
  expect(answered?.submission_id).toMatch(/^[0-9a-f]{32}$/)
  await press(page, 'Close')
  await expect.poll(() => surfaces(page)).toBe(0)
})

describe('what is answered', () => {
  test('is one submission, counted once by the collector, however often the page is loaded in between', async () => {
    const page = await situations.open(asking({}), {
      endpoint: collector.origin,
      writeKey: collector.writeKey,
    })
    await seeStep(page, 'How likely?')
    await choose(page, '6')
    await seeStep(page, 'Why?')
    await page.reload()
    await seeStep(page, 'Why?')
    await page.getByRole('textbox').fill('Slow')
    await press(page, 'Submit')
    await seeStep(page, 'Thank you')
    await expect
      .poll(() => arrived('Survey Completed'), ARRIVES)
      .toMatchObject([{ answers: { score: 6, why: 'Slow' }, score: 6 }])
    const answered = await arrived('Survey Answered')
    expect(new Set(answered.map(({ submission_id }) => submission_id)).size).toBe(1)
  })

  test('is stored by the id of the choice, whatever the language', async () => {
    const page = await situations.open(asking({}, { lang: 'fa', config: { surveys: [CHOICE] } }), {
      locale: 'fa-IR',
    })
    await page.getByRole('radio', { name: 'پیگیری' }).check()
    await page.locator('handrail-root').getByRole('button').first().click()
    await expect.poll(() => told(page, 'Survey Completed')).toMatchObject([{ answers: { for: 'track' } }])
  })

  test('keeps its place when the questions are edited in the middle', async () => {
    const page = await situations.open(asking({}))
    await seeStep(page, 'How likely?')
    await choose(page, '3')
    await seeStep(page, 'Why?')
    const questions: Survey['questions'] = [
      { id: 'new', type: 'text', title: 'New?', optional: true },
      { id: 'why', type: 'text', title: 'Why, in a word?', optional: true },
      { id: 'score', type: 'nps', title: 'How likely, from 0 to 10?' },
    ]
    situations.release(page, asking({ questions }))
    await page.reload()
    await seeStep(page, 'Why, in a word?')
    await page.getByRole('textbox').fill('Slow')
    await press(page, 'Next')
    await expect
      .poll(() => told(page, 'Survey Answered'))
      .toMatchObject([{ answers: { score: 3, why: 'Slow' } }])
  })

  test('that holds a placeholder is shown as it was typed', async () => {
    const page = await situations.open(
      asking({
        questions: [{ id: 'why', type: 'text', title: 'Why?' }],
        thanks: [{ title: 'You said {{answer.why}}' }],
      }),
    )
    await seeStep(page, 'Why?')
    await page.getByRole('textbox').fill('{{answer.why}} <b>x</b>')
    await press(page, 'Submit')
    await seeStep(page, 'You said {{answer.why}} <b>x</b>')
  })
})

describe('how a survey looks', () => {
  test('its scale has no colours of its own until a score is chosen', async () => {
    const page = await situations.open(asking({}))
    await seeStep(page, 'How likely?')
    const looks = await page.locator('.cell').evaluateAll((cells) =>
      cells.map((cell) => {
        const { backgroundColor, color, borderColor } = getComputedStyle(cell)
        return [backgroundColor, color, borderColor].join()
      }),
    )
    expect(looks).toHaveLength(11)
    expect(new Set(looks).size).toBe(1)
  })

  test('rules of the host for every element change nothing of it', async () => {
    const sizes = async (css: string) => {
      const page = await situations.open(asking({}, { css }))
      await seeStep(page, 'How likely?')
      return page.locator('.cell').evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).cssText))
    }
    const wild =
      '* { all: unset; font-size: 40px !important; letter-spacing: 9px } input, label, button { display: none !important }'
    expect(await sizes(wild)).toEqual(await sizes(''))
  })

  test('from right to left it is mirrored, and so are the arrows of its scale', async () => {
    const page = await situations.open(asking({}, { dir: 'rtl', lang: 'fa' }), { locale: 'fa-IR' })
    await seeStep(page, 'How likely?')
    const cells = page.getByRole('radio')
    await cells.first().focus()
    const [first, second] = await Promise.all(
      [0, 1].map((index) => page.locator('.cell').nth(index).boundingBox()),
    )
    expect(second?.x).toBeLessThan(first?.x ?? 0)
    await page.keyboard.press('ArrowLeft')
    const isFocused = (element: Element) => element === (element.getRootNode() as ShadowRoot).activeElement
    expect(await cells.nth(1).evaluate(isFocused)).toBe(true)
    expect(await told(page, 'Survey Answered')).toEqual([])
  })
})

test('a broken step and a healed target arrive at the collector with what was tried', async () => {
  const plain = { id: 'plain', target: ['#old', '#plain'], title: 'Plain' }
  const gone = { id: 'gone', target: ['#gone', { text: 'Gone' }], title: 'Gone', waitSeconds: 0.2 }
  const page = await situations.open(
    { ...asking({}), config: {}, steps: [plain, gone, { ...plain, id: 'end', title: 'End' }] },
    { endpoint: collector.origin, writeKey: collector.writeKey },
  )
  await seeStep(page, 'Plain')
  await press(page, 'Next')
  await seeStep(page, 'End')
  await expect
    .poll(() => arrived('Guide Failed'), ARRIVES)
    .toMatchObject([{ step_id: 'gone', reason: 'target_missing', tried: gone.target }])
  const healed = { step_id: 'plain', locator_index: 1, tried: plain.target }
  expect(await arrived('Target Healed')).toContainEqual(expect.objectContaining(healed))
})

/** Properties of the events of this name that the collector shows. */
async function arrived(event: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(
    `${collector.origin}/api/events?${new URLSearchParams({ type: 'track', event, limit: '100' })}`,
    {
      headers: { authorization: `Bearer ${collector.apiToken}` },
    },
  )
  if (!response.ok) return []
  const { events }: { events: { properties: Record<string, unknown> }[] } = await response.json()
  return events.map(({ properties }) => properties)
}
