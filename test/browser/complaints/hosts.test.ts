import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { boxOf, overlaps } from '../ui/open-gallery'
import { moving, PHONE, press, ready, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#plain', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)
const markup = (page: Page) => run(page, 'new XMLSerializer().serializeToString(document)')

test('targets in nested shadow roots and in frames are found, and so is what covers them there', async () => {
  const page = await situations.open({
    body: `<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><button>Deep</button></template></x-b></template></x-a><iframe src="/frame"></iframe>`,
    frame: `<section><button id="under">Under</button><i></i></section>${PLAIN}`,
    css: 'section { position: relative } i { position: absolute; inset: 0; background: #fff }',
    steps: [
      { id: 'shadow', target: { role: 'button', name: 'Deep', within: 'x-a >>> x-b' }, title: 'Shadow' },
      { id: 'frame', target: ['iframe >>> #under', 'iframe >>> #plain'], title: 'Frame' },
    ],
  })
  await seeStep(page, 'Shadow')
  await press(page, 'Next')
  await seeStep(page, 'Frame')
  await expect.poll(() => told(page, 'Target Healed')).toMatchObject([{ step_id: 'frame', locator_index: 1 }])
})

describe('in a single-page app', () => {
  const app = { body: PLAIN, app: 'strict-mode', steps: [one] }

  test('an instance that is made, destroyed and made again shows a guide once, and tells it once', async () => {
    const page = await situations.open({ ...app, tour: { when: { code: true } } })
    await ready(page)
    await run(page, `handrail.start('tour')`)
    await seeStep(page, 'One')
    await expect.poll(() => told(page, 'Guide Shown')).toHaveLength(1)
    expect(await page.locator('handrail-root').count()).toBe(1)
    await run(page, 'handrail.track("Made")')
    await expect.poll(() => told(page, 'Made')).toHaveLength(1)
  })

  test('two instances do not share state: what one has shown and closed is new to the other', async () => {
    const page = await situations.open({ ...app, tour: { frequency: 'once', when: { code: true } } })
    await ready(page)
    await run(page, `handrail.start('tour')`)
    await seeStep(page, 'One')
    await press(page, 'Done')
    await run(page, 'handrail.destroy()')
    await run(page, `other.start('tour')`)
    await seeStep(page, 'One')
    await run(page, 'other.destroy()')
    expect(await page.locator('handrail-root').count()).toBe(0)
  })
})

describe('the document of the host', () => {
  test('keeps its attributes on the target during a tour, and is byte for byte the same after it', async () => {
    const page = await situations.open({
      body: '<p id="hint">Hint</p><button id="plain" aria-haspopup="dialog" aria-expanded="false" aria-controls="hint" aria-describedby="hint" tabindex="0" class="a b">Plain</button>',
      steps: [one, { ...two, block: true, highlight: ['#hint'] }],
      tour: { when: { code: true } },
    })
    await ready(page)
    const [before, target] = [
      await markup(page),
      await page.locator('#plain').evaluate(({ outerHTML }) => outerHTML),
    ]
    await run(page, `handrail.start('tour')`)
    await seeStep(page, 'One')
    expect(await page.locator('#plain').evaluate(({ outerHTML }) => outerHTML)).toBe(target)
    await press(page, 'Next')
    await seeStep(page, 'Two')
    await press(page, 'Done')
    await expect.poll(() => markup(page)).toBe(before)
  })

  test('gives texts as text: markup in a config or a trait is shown, not run', async () => {
    const attack = '<img src=x onerror="window.attacked = 1"><script>window.attacked = 1</script>'
    const page = await situations.open({
      body: PLAIN,
      script: `handrail.identify('u1', { name: '${'<b>Ada</b>'}' })`,
      steps: [{ ...one, title: 'Hi {{user.name}}', body: `${attack} [link](javascript:attacked=1)` }],
    })
    await page.getByRole('heading', { name: 'Hi <b>Ada</b>' }).waitFor()
    await page.getByRole('paragraph').getByText('<img src=x').waitFor()
    expect(await page.locator('handrail-root').locator('img, script, a').count()).toBe(0)
    expect(await run(page, 'window.attacked')).toBeUndefined()
  })

  test('does not lend its style: rules for every element change nothing, and ours change nothing of it', async () => {
    const wild =
      '* { all: unset; color: red !important; font-size: 40px !important; display: block !important } button { transform: rotate(9deg) } handrail-root { display: none !important; opacity: 0 !important; position: static !important; inset: 50% !important; transform: scale(3) !important }'
    const looks = async (css: string) => {
      const page = await situations.open({ body: PLAIN, css, steps: [{ ...one, placement: 'bottom' }] })
      await seeStep(page, 'One')
      const card = page.locator('.popover .card')
      const { width, height } = await boxOf(page, '.popover .card')
      const style = await card.evaluate((element) => {
        const { color, fontSize, display } = getComputedStyle(element)
        return { color, fontSize, display }
      })
      return { width: Math.round(width), height: Math.round(height), ...style }
    }
    expect(await looks(wild)).toEqual(await looks(''))
  })
})

describe('keys', () => {
  test.each([
    ['input', '<input id="plain" value="abc">'],
    ['slider', '<input id="plain" type="range">'],
    ['editable text', '<div id="plain" contenteditable="true">abc</div>'],
    ['tab list', '<div role="tablist"><button role="tab" id="plain">A</button></div>'],
    [
      'field of a component',
      '<x-field id="plain"><template shadowrootmode="open"><input value="abc"></template></x-field>',
    ],
  ])('ArrowRight in a highlighted %s does not advance', async (_what, body) => {
    const page = await situations.open({
      body: `${body}<p id="end">End</p>`,
      css: 'x-field { display: block }',
      steps: [one, two],
    })
    await seeStep(page, 'One')
    await page.locator('input, [contenteditable], [role=tab]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await seeStep(page, 'One')
    expect(await told(page, 'Step Completed')).toEqual([])
  })
})

describe('readers of all kinds', () => {
  test('a screen reader finds a named dialog with its text and its buttons, and is told of each step', async () => {
    const page = await situations.open({
      body: `<main>${PLAIN}</main>`,
      steps: [{ ...one, body: 'All about it' }, two],
    })
    const dialog = page.getByRole('dialog', { name: 'One' })
    await dialog.waitFor()
    expect(await page.locator('handrail-root').ariaSnapshot()).toMatch(
      /dialog "One"[\s\S]*heading "One"[\s\S]*All about it[\s\S]*button "Next"/,
    )
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toBe('One. All about it')
    await press(page, 'Next')
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toMatch(/^Two/)
    // The page stays readable beside a tooltip.
    expect(await page.locator('main').ariaSnapshot()).toContain('button "Plain"')
  })

  test('with reduced motion nothing moves, from the first frame of a step to its last', async () => {
    const page = await situations.open(
      { body: PLAIN, steps: [one, { id: 'modal', title: 'Modal' }] },
      { reducedMotion: 'reduce' },
    )
    await seeStep(page, 'One')
    await expect.poll(() => moving(page)).toBeDefined()
    expect(await moving(page)).toBe(0)
    await press(page, 'Next')
    await seeStep(page, 'Modal')
    expect(await moving(page)).toBe(0)
  })

  test.each([
    ['a desktop', {}],
    ['a phone', PHONE],
  ])(
    'from right to left on %s the tooltip is mirrored, inside the window and off its target',
    async (_where, options) => {
      const page = await situations.open(
        {
          body: `<p>${PLAIN}</p>`,
          dir: 'rtl',
          lang: 'fa',
          css: 'p { margin: 200px }',
          steps: [{ ...one, placement: 'left' }, two],
        },
        { locale: 'fa-IR', ...options },
      )
      await seeStep(page, 'One')
      const [target, card] = [await boxOf(page, '#plain'), await boxOf(page, '.popover .card')]
      expect(overlaps(target, card)).toBe(false)
      expect(card.x).toBeGreaterThanOrEqual(0)
      expect(card.x + card.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
      expect(await page.locator('.handrail').first().getAttribute('dir')).toBe('rtl')
      await page.keyboard.press('ArrowLeft')
      await seeStep(page, 'Two')
    },
  )
})
