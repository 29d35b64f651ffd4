import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { boxOf } from '../ui/open-gallery'
import { append, press, ready, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const LATER = '<template id="later"><button id="late">Late</button></template>'
const late: Step = { id: 'late', target: '#late', title: 'Late' }
const plain: Step = { id: 'plain', target: '#plain', title: 'Plain' }
const run = (page: Page, script: string) => page.evaluate(script)
const popovers = (page: Page) => page.locator('.popover').count()

describe('a target that is not there yet', () => {
  test('keeps a tour from starting, and starts it when it comes', async () => {
    const page = await situations.open({ body: LATER + PLAIN, steps: [late, plain] })
    await ready(page)
    expect(await popovers(page)).toBe(0)
    await append(page, '#later')
    await seeStep(page, 'Late')
  })

  test.each([
    ['loads', `setTimeout(() => document.body.append(copyOf('#later')))`],
    [
      'is shown by a class',
      `$('#box').append(copyOf('#later')); setTimeout(() => { $('#box').className = '' })`,
    ],
    ['fades in', `$('#box').append(copyOf('#later')); setTimeout(() => { $('#box').className = 'fading' })`],
  ])('is waited for in the middle of a tour while it %s', async (_how, script) => {
    const page = await situations.open({
      body: `${LATER + PLAIN}<div id="box" class="hidden"></div>`,
      css: '.hidden { display: none } .fading { animation: appear .2s } @keyframes appear { from { opacity: 0 } }',
      steps: [plain, late],
    })
    await seeStep(page, 'Plain')
    await press(page, 'Next')
    expect(await popovers(page)).toBe(0)
    await run(page, script)
    await seeStep(page, 'Late')
  })

  test('is passed over in its time and told with what was tried, and nothing stays on the screen', async () => {
    const tried = ['#late', { role: 'button', name: 'Late' }]
    const page = await situations.open({
      body: PLAIN,
      steps: [plain, { ...late, target: tried, waitSeconds: 0.2 }, { ...plain, id: 'end', title: 'End' }],
    })
    await seeStep(page, 'Plain')
    await press(page, 'Next')
    await seeStep(page, 'End')
    await expect
      .poll(() => told(page, 'Guide Failed'))
      .toMatchObject([{ step_id: 'late', reason: 'target_missing', tried }])
  })

  test('of the only step is told with what was tried too', async () => {
    const page = await situations.open({ body: PLAIN, steps: [{ ...late, waitSeconds: 0.2 }] })
    await expect.poll(() => told(page, 'Guide Failed')).toMatchObject([{ step_id: 'late', tried: '#late' }])
    expect(await page.locator('handrail-root').count()).toBe(0)
  })

  test.each(['end', 'center'] as const)(
    '%ss the tour if it says so, without an overlay left',
    async (missing) => {
      const page = await situations.open({
        body: PLAIN,
        steps: [plain, { ...late, missing, waitSeconds: 0.2 }],
      })
      await seeStep(page, 'Plain')
      await press(page, 'Next')
      if (missing === 'center') {
        await page.getByRole('dialog', { name: 'Late' }).waitFor()
        await press(page, 'Done')
      }
      await expect.poll(() => page.locator('handrail-root').count()).toBe(0)
      await expect.poll(() => told(page, 'Guide Failed')).toHaveLength(1)
    },
  )

  test('is told as healed, with what was tried, when a locator further down finds it', async () => {
    const target = ['#gone', { text: 'Plain' }]
    const page = await situations.open({ body: PLAIN, steps: [{ ...plain, target }] })
    await expect.poll(() => told(page, 'Target Healed')).toMatchObject([{ locator_index: 1, tried: target }])
  })
})

describe('a target that is drawn anew by a framework', () => {
  const app = {
    body: '<div id="app"></div>',
    app: 'rendered',
    css: '#app { text-align: center } #list { height: 200px; overflow: auto }',
  }

  test('keeps its step, at its new place, and can be used', async () => {
    const page = await situations.open({
      ...app,
      steps: [{ id: 'row', target: '[data-row="2"]', title: 'Row', advance: { click: true } }, plain],
    })
    await seeStep(page, 'Row')
    await page.getByRole('button', { name: 'Sort' }).click()
    await expect
      .poll(async () => {
        const [row, popover] = [await boxOf(page, '[data-row="2"]'), await boxOf(page, '.popover')]
        return Math.round(popover.y - row.y - row.height)
      })
      .toBe(12)
    expect(await told(page, 'Step Viewed')).toHaveLength(1)
    await page.locator('[data-row="2"]').click()
    await seeStep(page, 'Plain')
  })

  test('is waited for while another view takes its place, and comes back with it', async () => {
    const page = await situations.open({
      ...app,
      steps: [{ id: 'row', target: '[data-row="2"]', title: 'Row' }],
    })
    await seeStep(page, 'Row')
    await page.getByRole('button', { name: 'Empty' }).click()
    await expect.poll(() => popovers(page)).toBe(0)
    await page.getByRole('button', { name: 'Empty' }).click()
    await seeStep(page, 'Row')
    expect(await told(page, 'Guide Failed')).toEqual([])
  })

  test('in a virtualised list is found once it is scrolled to, and lost when it is scrolled away', async () => {
    const page = await situations.open({
      ...app,
      steps: [{ id: 'row', target: '[data-item="500"]', title: 'Row' }],
    })
    await ready(page)
    await run(page, `document.querySelector('#list').scrollTop = 500 * 20`)
    await seeStep(page, 'Row')
    await run(page, `document.querySelector('#list').scrollTop = 0`)
    await expect.poll(() => popovers(page)).toBe(0)
  })
})

describe('a target in a part that is closed', () => {
  test.each([
    ['a menu', `<details><summary id="open">Menu</summary>${PLAIN}</details>`],
    ['a tab', `<button id="open">Tab</button><div hidden>${PLAIN}</div>`],
  ])('is shown by opening %s, and not closed by it when it is open already', async (_what, body) => {
    const page = await situations.open({
      body,
      script: `$('#open').addEventListener('click', () => { const panel = $('[hidden], [data-open]'); if (panel) { panel.hidden = !panel.hidden; panel.dataset.open = '' } })`,
      steps: [
        { id: 'hello', title: 'Hello' },
        { ...plain, before: { click: '#open' } },
        { ...plain, id: 'again', title: 'Again', before: { click: '#open' } },
      ],
    })
    await press(page, 'Next')
    await seeStep(page, 'Plain')
    await press(page, 'Next')
    await seeStep(page, 'Again')
  })
})

test('a tour goes on past a target that is there but invisible', async () => {
  const page = await situations.open({
    body: `${PLAIN}<button id="late" hidden>Late</button>`,
    steps: [plain, { ...late, waitSeconds: 0.2 }, { ...plain, id: 'end', title: 'End' }],
  })
  await seeStep(page, 'Plain')
  await press(page, 'Next')
  await seeStep(page, 'End')
})
