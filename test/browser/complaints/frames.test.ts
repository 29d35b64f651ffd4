import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Target } from '../../../src/schema'
import type { Situation } from './situation'
import { airAround, drawn, press, seeStep, takesPointer, told, useSituations } from './use-situations'

const situations = useSituations()

const FRAME = '<iframe src="/frame"></iframe>'
const BUTTON = '<button id="in">In</button>'
const step = (target: Target) => ({ id: 'one', target, title: 'One' })
const steps = [step('iframe >>> #in')]
const run = (page: Page, script: string) => page.evaluate(script)

/** Where the target is in the top window. */
async function boxInFrame(page: Page) {
  const box = await page.frameLocator('iframe').locator('#in').boundingBox()
  if (!box) throw new Error('the target has no box')
  return box
}

describe('a target in a frame', () => {
  test('that is in another frame is found', async () => {
    const page = await situations.open({
      body: FRAME,
      frame: BUTTON,
      css: 'iframe { width: 500px; height: 300px }',
      script: `const outer = $('iframe'); outer.addEventListener('load', () => {
        const inner = outer.contentDocument.createElement('iframe')
        inner.src = '/frame?inner'
        outer.contentDocument.body.replaceChildren(inner)
      }, { once: true })`,
      steps: [step('iframe >>> iframe >>> #in')],
    })
    await seeStep(page, 'One')
  })

  test('is found by its role, label and value', async () => {
    const page = await situations.open({
      body: FRAME,
      frame: '<label>Title <input name="title"></label><input type="submit" value="Save">',
      steps: [
        step({ role: 'textbox', name: 'Title', within: 'iframe' }),
        { id: 'two', target: { role: 'button', name: 'Save', within: 'iframe' }, title: 'Two' },
      ],
    })
    await seeStep(page, 'One')
    await press(page, 'Next')
    await seeStep(page, 'Two')
  })

  test('is reached by opening its menu, and leads on by a click in there', async () => {
    const page = await situations.open({
      body: FRAME,
      frame: `<details><summary>Menu</summary>${BUTTON}<button id="other">Other</button></details>`,
      steps: [
        {
          ...step('iframe >>> #in'),
          before: { click: 'iframe >>> summary' },
          advance: { click: 'iframe >>> #other' },
        },
        { id: 'two', title: 'Two' },
      ],
    })
    await seeStep(page, 'One')
    await page.frameLocator('iframe').locator('#other').press('Enter')
    await seeStep(page, 'Two')
  })

  test('in a shadow root, inside of a modal dialog, has the tooltip above it', async () => {
    const page = await situations.open({
      body: `<dialog>${FRAME}</dialog>`,
      frame: '<x-a><template shadowrootmode="open"><button>Deep</button></template></x-a>',
      script: `$('dialog').showModal()`,
      steps: [step('iframe >>> x-a >>> button')],
    })
    await seeStep(page, 'One')
    expect(await takesPointer(page, 'handrail-root .popover .card')).toBe(true)
  })

  test('in a shadow root is not seen when what is around that is hidden', async () => {
    const page = await situations.open({
      body: `${FRAME}<button id="second">Second</button>`,
      frame: '<div><x-a><template shadowrootmode="open"><button>Deep</button></template></x-a></div>',
      css: 'div { height: 0; overflow: hidden }',
      steps: [step(['iframe >>> x-a >>> button', '#second'])],
    })
    await seeStep(page, 'One')
    const button = await page.locator('#second').boundingBox()
    expect(button && (await airAround(page, button))).toEqual([4, 4, 4, 4])
  })

  test('that is larger than the window is scrolled to', async () => {
    const page = await situations.open({
      body: FRAME,
      frame: `<div></div>${BUTTON}`,
      css: 'iframe { width: 500px; height: 2600px; border: 0 } div { height: 2400px }',
      steps,
    })
    await seeStep(page, 'One')
    const { y, height } = await boxInFrame(page)
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThan(800)
  })

  test('comes out from under the sticky header of the frame', async () => {
    const page = await situations.open({
      body: FRAME,
      frame: `<header>Header</header><div></div>${BUTTON}<div></div>`,
      css: 'iframe { width: 500px; height: 400px } div { height: 1400px } header { position: sticky; top: 0; height: 80px; background: #eee }',
      script: `$('iframe').addEventListener('load', () => $('iframe').contentWindow.scrollTo(0, 1440))`,
      steps,
    })
    await seeStep(page, 'One')
    const isHit = await page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument
      const button = inner?.querySelector('#in')
      const { x = 0, y = 0 } = button?.getBoundingClientRect() ?? {}
      return !!button && inner?.elementFromPoint(x + 5, y + 5) === button
    })
    expect(isHit).toBe(true)
  })

  test.each([
    ['with a border and padding', 'iframe { width: 500px; height: 300px; padding: 40px; border: 5px solid }'],
    ['that is scaled', 'iframe { width: 500px; height: 300px; transform: scale(.5); transform-origin: 0 0 }'],
  ])('%s is lit where it is', async (_what, css) => {
    const page = await situations.open({
      body: FRAME,
      frame: `<p></p>${BUTTON}`,
      css: `p { height: 100px } ${css}`,
      steps,
    })
    await seeStep(page, 'One')
    expect(await airAround(page, await boxInFrame(page))).toEqual([4, 4, 4, 4])
  })

  test('is not lit any longer when it is scrolled out of the frame', async () => {
    const page = await situations.open({
      body: `<p></p>${FRAME}`,
      frame: `${BUTTON}<div></div>`,
      css: 'p { height: 200px } iframe { width: 500px; height: 300px } div { height: 1400px }',
      steps,
    })
    await seeStep(page, 'One')
    await expect.poll(async () => airAround(page, await boxInFrame(page))).toEqual([4, 4, 4, 4])
    await run(page, `$('iframe').contentWindow.scrollTo(0, 150)`)
    await expect.poll(() => page.locator('path.rim').getAttribute('d')).toBe('')
  })
})

describe('keys of somebody whose focus is in the frame of the target', () => {
  const nested: Situation = {
    body: FRAME,
    frame:
      '<input id="in"><button id="plain">Plain</button><div role="dialog"><button id="inner">Inner</button></div>',
    steps: [step('iframe >>> #in'), { ...step('iframe >>> #in'), id: 'two', title: 'Two' }],
  }
  const focusIn = (page: Page) =>
    page.evaluate(() => [
      document.activeElement?.localName,
      document.querySelector('iframe')?.contentDocument?.activeElement?.id,
    ])
  const within = (page: Page, selector: string) => page.frameLocator('iframe').locator(selector)

  test('Escape closes, and the focus stays where it is', async () => {
    const page = await situations.open(nested)
    await seeStep(page, 'One')
    await within(page, '#in').press('Escape')
    await expect.poll(() => told(page, 'Guide Dismissed')).toMatchObject([{ how: 'escape' }])
    expect(await focusIn(page)).toEqual(['iframe', 'in'])
  })

  test('F6 goes to the tooltip and back to where they were', async () => {
    const page = await situations.open(nested)
    await seeStep(page, 'One')
    await within(page, '#in').press('F6')
    expect((await focusIn(page))[0]).toBe('handrail-root')
    await page.keyboard.press('F6')
    expect(await focusIn(page)).toEqual(['iframe', 'in'])
    await page.keyboard.type('abc')
    expect(await within(page, '#in').inputValue()).toBe('abc')
  })

  test('arrows step, but neither in a field nor where the host has use for them', async () => {
    const page = await situations.open(nested)
    await seeStep(page, 'One')
    await within(page, '#in').press('ArrowRight')
    await within(page, '#inner').press('Escape')
    await drawn(page)
    await seeStep(page, 'One')
    await within(page, '#plain').press('ArrowRight')
    await seeStep(page, 'Two')
  })

  test('are heard no longer when the tour is over', async () => {
    const page = await situations.open(nested)
    await seeStep(page, 'One')
    await page.evaluate(() => (window.handrail as Handrail).destroy())
    const session = await page.context().newCDPSession(page)
    const { result } = await session.send('Runtime.evaluate', { expression: `$('iframe').contentWindow` })
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    })
    expect(listeners).toEqual([])
  })
})
