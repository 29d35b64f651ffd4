import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Question, Survey } from '../../../src/schema'
import { focusOf, logOf, PHONE, show, storyOf, useGallery } from './open-gallery'

const SCORE: Question = { id: 'score', type: 'nps', title: 'How likely?' }
const WHY: Question = {
  id: 'why',
  type: 'text',
  title: 'Why?',
  optional: true,
  show: { answer: 'score', lte: 6 },
}
const ask = (page: Page, questions: Question[], more: Partial<Survey> = {}) =>
  show(page, { kind: 'survey', guide: { id: 'nps', metric: 'nps', questions, ...more } })
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
/** What a screen reader adds to the name of a field. */
const describedAs = (field: Locator): Promise<string> =>
  field.evaluate((element) => {
    const root = element.getRootNode()
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
    if (!(root instanceof ShadowRoot)) return ''
    return ids.map((id) => root.getElementById(id)?.textContent).join(' ')
  })
const lastOf = async (page: Page, name: string) =>
  (await logOf(page)).filter((entry) => entry.name === name).at(-1)?.data

const pages = useGallery()

describe('a scale', () => {
  test('is a labelled radio group of eleven equal cells with words at its ends', async () => {
    const page = await pages.open()
    await ask(page, [SCORE])
    await page.getByRole('radiogroup', { name: 'How likely?' }).waitFor()
    expect(await page.getByRole('radio').count()).toBe(11)
    await radio(page, '0, Not likely').waitFor()
    const cells = await page.locator('.cell').all()
    const widths = await Promise.all(
      cells.map(async (cell) => Math.round((await cell.boundingBox())?.width ?? 0)),
    )
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1)
  })

  test('arrows move without choosing; Space and Enter choose', async () => {
    const page = await pages.open()
    await ask(page, [SCORE, { id: 'ease', type: 'ces', title: 'Easy?' }])
    await radio(page, '0, Not likely').focus()
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await storyOf(page)).toEqual(['Guide Shown'])
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: 'Easy?' }).waitFor()
    expect(await lastOf(page, 'Survey Answered')).toMatchObject({
      answers: { score: 3 },
      score: 3,
      scale: 10,
    })
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(await lastOf(page, 'Survey Completed')).toMatchObject({ answers: { score: 3, ease: 7 } })
  })

  test('a click chooses and goes on', async () => {
    const page = await pages.open()
    await ask(page, [SCORE, WHY])
    await radio(page, '4').click()
    await page.getByRole('heading', { name: 'Why?' }).waitFor()
  })

  test.each([390, 320])(
    'is one row on a phone of %s px, with cells large enough to hit and words under its ends',
    async (width) => {
      const page = await pages.open('', { ...PHONE, viewport: { width, height: 700 } })
      await ask(page, [SCORE])
      const boxes = await page
        .locator('.cell, .ends span')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()))
      const [cells, [low, high]] = [boxes.slice(0, 11), boxes.slice(11)]
      expect(new Set(cells.map(({ y }) => y)).size).toBe(1)
      for (const cell of cells) {
        expect(cell.width).toBeGreaterThanOrEqual(24)
        expect(cell.height).toBeGreaterThanOrEqual(40)
      }
      expect(Math.abs(low.left - cells[0].left)).toBeLessThanOrEqual(4)
      expect(Math.abs(high.right - cells[10].right)).toBeLessThanOrEqual(4)
      expect(await page.locator('.scroll').evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0)
    },
  )

  test('follow-up by score, back, skip and thanks', async () => {
    const page = await pages.open()
    await ask(page, [SCORE, WHY], {
      thanks: [{ show: { answer: 'score', gte: 9 }, title: 'Wow' }, { title: 'Thanks for {{answer.score}}' }],
    })
    await radio(page, '3').click()
    await page.getByRole('textbox', { name: 'Why?' }).fill('Too slow')
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await radio(page, '3').isChecked()).toBe(true)
    await radio(page, '9').click()
    await page.getByRole('heading', { name: 'Wow' }).waitFor()
    const answered = (await logOf(page))
      .filter(({ name }) => name === 'Survey Answered')
      .map(({ data }) => data)
    expect(new Set(answered.map((data) => (data as { submission_id: string }).submission_id)).size).toBe(1)
    expect(answered.at(-1)).toMatchObject({ answers: { score: 9 } })
  })

  test('what may be left out says so, beside the title, to screen readers and in each language', async () => {
    const page = await pages.open()
    const asked: Question[] = [
      { id: 'what', type: 'text', title: 'What?' },
      { id: 'why', type: 'text', title: 'Why?', optional: true },
      { id: 'ease', type: 'ces', title: 'Easy?', optional: true },
    ]
    for (const [locale, words] of [
      ['en', '(optional)'],
      ['fa', '(اختیاری)'],
    ] as const) {
      await show(page, { kind: 'survey', guide: { id: locale, questions: asked } }, { locale })
      const card = page.getByRole('dialog', { name: 'What?' })
      await card.getByRole('textbox', { name: 'What?' }).fill('That')
      expect(await card.getByText(words).count()).toBe(0)
      await page.keyboard.press('Control+Enter')
      expect(await describedAs(page.getByRole('textbox', { name: 'Why?', exact: true }))).toBe(words)
      await page.getByRole('status').getByText(`Why? ${words}`).waitFor({ state: 'attached' })
      await page.getByRole('button', { name: locale === 'en' ? 'Skip' : 'رد کردن' }).click()
      expect(await describedAs(page.getByRole('radiogroup', { name: 'Easy?', exact: true }))).toBe(words)
      await page.evaluate((id) => gallery.close(id), locale === 'en' ? 0 : 1)
    }
  })

  test('text is given by the button and by Ctrl and Enter', async () => {
    const page = await pages.open()
    await ask(page, [{ ...WHY, show: { answer: 'score', exists: false } }])
    await page.getByRole('textbox', { name: 'Why?' }).fill('Too slow')
    await page.keyboard.press('Control+Enter')
    expect(await lastOf(page, 'Survey Completed')).toMatchObject({ answers: { why: 'Too slow' } })
  })

  test.each(['en', 'fa'])('a box stands in the middle of the line of its label, in %s', async (locale) => {
    const page = await pages.open()
    await show(
      page,
      {
        kind: 'survey',
        guide: {
          id: 'nps',
          questions: [
            { id: 'one', type: 'choice', title: 'Which?', choices: [{ id: 'price', label: 'Price' }] },
          ],
        },
      },
      { locale },
    )
    // Both at once, because the card may still be on its way.
    const off = await page.locator('.choice').evaluate((choice) => {
      const middles = [choice, ...choice.querySelectorAll('input')].map((part) => {
        const { top, bottom } = part.getBoundingClientRect()
        return (top + bottom) / 2
      })
      return Math.max(...middles) - Math.min(...middles)
    })
    expect(off).toBeLessThanOrEqual(0.5)
  })

  test('several choices with another one, and what is wrong is said beside them', async () => {
    const page = await pages.open()
    await ask(page, [
      {
        id: 'use',
        type: 'choices',
        title: 'What for?',
        max: 2,
        other: true,
        choices: [
          { id: 'plan', label: 'Planning' },
          { id: 'track', label: 'Tracking' },
          { id: 'report', label: 'Reports' },
        ],
      },
    ])
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await page.getByRole('alert').textContent()).toBe('Please answer this question.')
    for (const name of ['Planning', 'Tracking', 'Reports']) await page.getByRole('checkbox', { name }).check()
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await page.getByRole('alert').textContent()).toBe('Please choose at most 2 answers.')
    expect(await page.getByRole('group').getAttribute('aria-describedby')).toBe('error')
    await page.getByRole('checkbox', { name: 'Reports' }).uncheck()
    await page.getByRole('checkbox', { name: 'Tracking' }).uncheck()
    await page.getByRole('checkbox', { name: 'Other' }).check()
    await page.getByRole('textbox', { name: 'Please say what' }).fill('Notes')
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await lastOf(page, 'Survey Completed')).toMatchObject({
      answers: { use: ['plan', 'other'], 'use.other': 'Notes' },
    })
  })

  test('consent has to be given, and a statement is gone past', async () => {
    const page = await pages.open()
    await ask(page, [
      { id: 'hello', type: 'statement', title: 'Three questions' },
      { id: 'may', type: 'consent', title: 'May we write to you?', label: 'Yes, by e-mail' },
    ])
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('agree')
    await page.getByRole('checkbox', { name: 'Yes, by e-mail' }).check()
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await lastOf(page, 'Survey Completed')).toMatchObject({ answers: { may: true } })
  })
})

describe('closing', () => {
  test('before an answer is dismissed, after one abandoned as well', async () => {
    const page = await pages.open()
    await ask(page, [SCORE, WHY])
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await storyOf(page)).toEqual(['Guide Shown', 'dismissed'])
    const second = await pages.open()
    await ask(second, [SCORE, WHY])
    await radio(second, '2').click()
    await second.getByRole('button', { name: 'Close' }).click()
    expect(await storyOf(second)).toEqual(['Guide Shown', 'Survey Answered', 'Survey Abandoned', 'dismissed'])
    expect(await second.locator('handrail-root').count()).toBe(0)
  })

  test.each(['slideout', 'modal'] as const)(
    'Tab comes to the answer first, to Close last, in a %s',
    async (as) => {
      const page = await pages.open()
      await ask(page, [{ ...SCORE, optional: true }], { as })
      await page.keyboard.press('F6')
      const stops: (string | null | undefined)[] = []
      for (let press = 0; press < 3; press++) {
        await page.keyboard.press('Tab')
        stops.push(
          await page.evaluate(() => {
            const inside = document.activeElement?.shadowRoot?.activeElement
            return inside?.getAttribute('aria-label') ?? inside?.textContent
          }),
        )
      }
      expect(stops).toEqual(['0, Not likely', 'Skip', 'Close'])
    },
  )

  test('on a page that throws it ends with what was thrown, was not shown, and nothing stays on the screen', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      HTMLElement.prototype.showPopover = () => {
        throw new Error('broken')
      }
    })
    await ask(page, [SCORE])
    expect(await storyOf(page)).toEqual(['failed'])
    expect((await logOf(page)).at(-1)?.data).toEqual({ reason: 'error', error: 'Error: broken' })
    expect(await page.locator('handrail-root').count()).toBe(0)
  })

  test('the thanks are acted on, and the focus is where it was', async () => {
    const page = await pages.open()
    await page.locator('#search').focus()
    await ask(page, [SCORE], {
      thanks: [{ title: 'Thank you', do: { open: 'https://example.com/review' }, label: 'Review' }],
    })
    expect(await focusOf(page)).toBe('search')
    await page.keyboard.press('F6')
    await radio(page, '9').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Review' }).click()
    expect((await logOf(page)).filter(({ call }) => call === 'act').at(0)?.data).toEqual({
      open: 'https://example.com/review',
    })
    expect((await storyOf(page)).at(-1)).toBe('completed')
    expect(await focusOf(page)).toBe('search')
  })

  test('the thanks leave by themselves', async () => {
    const page = await pages.open()
    await ask(page, [SCORE])
    await radio(page, '9').click()
    await page.mouse.move(10, 10)
    await expect.poll(() => storyOf(page), { timeout: 12_000 }).toContain('completed')
  })
})
