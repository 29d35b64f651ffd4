import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { boxOf, focusOf, logOf, openGallery, overlaps, PHONE, show, storyOf } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const step = (more: Partial<Step> = {}): Step => ({ id: 'one', target: NEW, title: 'One', ...more })
const two: Step = { id: 'two', target: '#third', title: 'Two' }

let pages: Awaited<ReturnType<typeof openGallery>>
beforeAll(async () => {
  pages = await openGallery()
})
afterEach(async () => {
  expect(pages.errors).toEqual([])
  await pages.closePages()
})
afterAll(() => pages.close())

describe('a tooltip', () => {
  test('stands beside its target, with the arrow on the middle of it', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    const target = await boxOf(page, NEW)
    await expect
      .poll(async () => Math.round((await boxOf(page, '.popover')).y - target.y - target.height))
      .toBe(12)
    expect(overlaps(target, await boxOf(page, '.popover'))).toBe(false)
    const arrow = await boxOf(page, '.arrow')
    expect(arrow.x + arrow.width / 2).toBeCloseTo(target.x + target.width / 2, 0)
  })

  test('is there in the first frame, not faded out', async () => {
    const page = await pages.open()
    const opacity = await page.evaluate(async (guide) => {
      gallery.show(guide)
      await new Promise(requestAnimationFrame)
      const card = document.querySelector('handrail-root')?.shadowRoot?.querySelector('.popover .card')
      return card ? Number(getComputedStyle(card).opacity) : 0
    }, tour(step()))
    expect(opacity).toBeGreaterThan(0.05)
  })

  test('flips when its side has no room, and mirrors from right to left', async () => {
    const page = await pages.open()
    await show(page, tour(step({ placement: 'top' })))
    expect(await page.locator('.popover').getAttribute('data-side')).toBe('bottom')
    const rtl = await pages.open()
    await show(rtl, tour(step({ target: '#search', placement: 'right' })), { locale: 'fa' })
    const [target, popover] = [await boxOf(rtl, '#search'), await boxOf(rtl, '.popover')]
    expect(await rtl.locator('.popover').getAttribute('data-side')).toMatch(/left|bottom/)
    expect(popover.x).toBeLessThan(target.x + target.width)
  })

  test('follows a target that moves, and nothing runs once it is still', async () => {
    const page = await pages.open()
    await show(page, tour(step()))
    const gap = async () => {
      const target = await boxOf(page, NEW)
      return Math.round((await boxOf(page, '.popover')).y - target.y - target.height)
    }
    await expect.poll(gap).toBe(12)
    const before = await boxOf(page, NEW)
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('main')?.style.setProperty('padding-top', '124px')
    })
    expect((await boxOf(page, NEW)).y - before.y).toBe(100)
    await expect.poll(gap).toBe(12)
    const frames = await page.evaluate(async () => {
      const wait = (count: number): Promise<void> =>
        new Promise((resolve) => {
          const tick = (left: number) => (left ? original(() => tick(left - 1)) : resolve())
          tick(count)
        })
      const original = window.requestAnimationFrame.bind(window)
      await wait(30)
      let asked = 0
      window.requestAnimationFrame = (callback) => {
        asked++
        return original(callback)
      }
      await wait(30)
      return asked
    })
    expect(frames).toBe(0)
  })

  test('points at what is deep inside nested scrollers, brought into view under a sticky header', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#deep' }), step({ id: 'two', target: '#below', title: 'Two' })))
    expect(overlaps(await boxOf(page, '#deep'), await boxOf(page, '#scroller'))).toBe(true)
    expect(overlaps(await boxOf(page, '#deep'), await boxOf(page, '.popover'))).toBe(false)
    await page
      .getByRole('button', { name: 'Done' })
      .or(page.getByRole('button', { name: 'Next' }))
      .click()
    const below = await boxOf(page, '#below')
    const bar = await boxOf(page, 'header.bar')
    expect(below.y).toBeGreaterThanOrEqual(bar.y + bar.height)
    expect(below.y + below.height).toBeLessThanOrEqual(900)
  })

  test('becomes a sheet on a phone that does not cover its target', async () => {
    const page = await pages.open('', PHONE)
    await show(page, tour(step({ target: '#below' }), step({ id: 'two', target: '#pinned', title: 'Two' })))
    expect(overlaps(await boxOf(page, '#below'), await boxOf(page, '.popover'))).toBe(false)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect(overlaps(await boxOf(page, '#pinned'), await boxOf(page, '.popover'))).toBe(false)
  })
})

describe('targets', () => {
  test('the first visible locator wins, and one further down is told', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: ['#nowhere', { role: 'button', name: 'new project' }] })))
    const log = await logOf(page)
    expect(log.find(({ name }) => name === 'Target Healed')?.data).toMatchObject({ locator_index: 1 })
    await page.locator('.popover').waitFor()
  })

  test.each([
    ['text', { text: 'export' }, '#deep'],
    ['label', { role: 'textbox', name: 'Search' }, '#search'],
    ['tag and text', { text: 'Hiring', tag: 'h2' }, '#third h2'],
  ])('are found by %s', async (_how, target, selector) => {
    const page = await pages.open()
    await show(page, tour(step({ target })))
    const [lit, popover] = [await boxOf(page, selector), await boxOf(page, '.popover')]
    expect(Math.abs(popover.x + popover.width / 2 - (lit.x + lit.width / 2))).toBeLessThan(400)
    expect(await storyOf(page)).toContain('Step Viewed')
  })

  test('in shadow roots and frames are reached by >>>', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      const shadow = document.querySelector('#shadow-host')?.attachShadow({ mode: 'open' })
      const button = Object.assign(document.createElement('button'), { id: 'inner', textContent: 'Inner' })
      shadow?.append(button)
      const frame = Object.assign(document.createElement('iframe'), { id: 'frame', src: '/frame' })
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.querySelector('#late')?.append(frame)
      return loaded.then(() => {})
    })
    await show(
      page,
      tour(
        step({ target: '#shadow-host >>> #inner' }),
        step({ id: 'two', target: 'iframe#frame >>> #framed', title: 'Two' }),
      ),
    )
    expect(overlaps(await boxOf(page, '#inner'), await boxOf(page, '.popover'))).toBe(false)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    const gap = async () => {
      const framed = await page.frameLocator('#frame').locator('#framed').boundingBox()
      return framed && Math.round((await boxOf(page, '.popover')).y - framed.y - framed.height)
    }
    await expect.poll(gap).toBe(12)
  })

  test('that are late are waited for, by mutation', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#comes' })))
    expect(await page.locator('.popover').count()).toBe(0)
    await page.evaluate(() => {
      const button = Object.assign(document.createElement('button'), { id: 'comes', textContent: 'Here' })
      document.querySelector('#late')?.append(button)
    })
    await page.locator('.popover').waitFor()
    expect(await storyOf(page)).toEqual(['Guide Shown', 'Step Viewed'])
  })

  test('that do not come are passed over and told, and nothing stays on the screen', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#never', waitSeconds: 0.1 }), two))
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    const log = await logOf(page)
    expect(log.find(({ name }) => name === 'Guide Failed')?.data).toMatchObject({
      step_id: 'one',
      reason: 'target_missing',
      tried: '#never',
    })
    await page.evaluate(
      (guide) => gallery.show(guide),
      tour(step({ target: '#never', waitSeconds: 0.1, missing: 'end' })),
    )
    await expect.poll(async () => (await storyOf(page)).at(-1)).toBe('failed')
    expect(await page.locator('handrail-root').count()).toBe(1)
  })

  test('drawn anew by a framework keep their tooltip; removed ones are waited for', async () => {
    const page = await pages.open()
    await show(page, tour(step({ waitSeconds: 5 })))
    await page.evaluate((selector) => {
      const old = document.querySelector(selector)
      old?.replaceWith(Object.assign(old.cloneNode(true), { className: 'again' }))
    }, NEW)
    await expect.poll(() => page.locator('.popover').count()).toBe(1)
    await page.evaluate((selector) => document.querySelector(selector)?.remove(), NEW)
    await expect.poll(() => page.locator('.popover').count()).toBe(0)
    expect(await storyOf(page)).toEqual(['Guide Shown', 'Step Viewed'])
  })

  test('that nobody can see do not count', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      for (const [id, style] of [
        ['a', 'opacity'],
        ['b', 'visibility'],
        ['c', 'position'],
      ] as const) {
        const button = Object.assign(document.createElement('button'), { id, textContent: id })
        if (style === 'opacity') button.style.opacity = '0'
        if (style === 'visibility') button.style.visibility = 'hidden'
        if (style === 'position') Object.assign(button.style, { position: 'absolute', left: '-9999px' })
        document.querySelector('#late')?.append(button)
      }
    })
    await show(page, tour(step({ target: ['#a', '#b', '#c', NEW] })))
    expect((await logOf(page)).find(({ name }) => name === 'Target Healed')?.data).toMatchObject({
      locator_index: 3,
    })
  })
})

describe('going on', () => {
  test('by a click on the target, also when the click takes it away', async () => {
    const page = await pages.open()
    await show(page, tour(step({ advance: { click: true } }), two))
    expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0)
    await page.evaluate((selector) => {
      const button = document.querySelector(selector)
      button?.addEventListener('click', (event) => {
        event.stopImmediatePropagation()
        button.remove()
      })
    }, NEW)
    await page.locator(NEW).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect((await logOf(page)).find(({ name }) => name === 'Step Completed')?.data).toMatchObject({
      how: 'click',
    })
  })

  test('by an event, a filled field, a page and an element', async () => {
    const page = await pages.open()
    const four = tour(
      step({ advance: { event: 'Project Created' } }),
      step({ id: 'name', target: '#search', title: 'Name', advance: { input: true } }),
      step({ id: 'page', title: 'Page', advance: { page: '/reports' } }),
      step({ id: 'element', title: 'Element', advance: { element: '#arrives' } }),
      { id: 'end', title: 'End' },
    )
    await show(page, four)
    await page.evaluate(() => gallery.hosts[0]?.did('Project Created'))
    await page.getByRole('heading', { name: 'Name' }).waitFor()
    await page.locator('#search').fill('Website')
    await page.locator('#search').blur()
    await page.getByRole('heading', { name: 'Page' }).waitFor()
    await page.evaluate(() => gallery.hosts[0]?.went('/reports'))
    await page.getByRole('heading', { name: 'Element' }).waitFor()
    await page.evaluate(() => {
      document
        .querySelector('#late')
        ?.append(Object.assign(document.createElement('b'), { id: 'arrives', textContent: 'x' }))
    })
    await page.getByRole('heading', { name: 'End' }).waitFor()
    const hows = (await logOf(page))
      .filter(({ name }) => name === 'Step Completed')
      .map(({ data }) => (data as { how: string }).how)
    expect(hows).toEqual(['event', 'input', 'page', 'element'])
  })

  test('by buttons with actions, back, later and a branch', async () => {
    const page = await pages.open()
    const steps = tour(
      step({
        buttons: [
          { label: 'Read more', do: { open: '/help' } },
          { label: 'Jump', goto: 'three' },
        ],
      }),
      two,
      {
        id: 'three',
        title: 'Three',
        buttons: [
          { label: 'Back', do: 'back' },
          { label: 'Later', do: 'snooze' },
        ],
      },
    )
    await show(page, steps)
    await page.getByRole('button', { name: 'Read more' }).click()
    expect((await logOf(page)).at(-1)).toMatchObject({ call: 'act', data: { open: '/help' } })
    await page.getByRole('button', { name: 'Jump' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Jump' }).click()
    await page.getByRole('button', { name: 'Later' }).click()
    expect((await storyOf(page)).at(-1)).toBe('snoozed')
    expect(await page.locator('handrail-root').count()).toBe(0)
  })

  test('goes on where it was after a reload', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.getByRole('button', { name: 'Next' }).click()
    const saved = (await logOf(page)).filter(({ call }) => call === 'save').at(-1)?.data
    const later = await pages.open()
    await show(later, tour(step(), two), { saved })
    await later.getByRole('heading', { name: 'Two' }).waitFor()
    expect(await storyOf(later)).toEqual([])
  })

  test('a blocked target takes no click, an open one does', async () => {
    const page = await pages.open()
    const hits = () =>
      page.evaluate((selector) => {
        const rect = document.querySelector(selector)?.getBoundingClientRect()
        return rect ? document.elementFromPoint(rect.x + 20, rect.y + 10)?.localName : ''
      }, NEW)
    await show(page, tour(step()))
    expect(await hits()).toBe('button')
    await page.evaluate(() => gallery.close(0))
    await show(page, tour(step({ block: true })))
    expect(await hits()).toBe('handrail-root')
  })
})

describe('keyboard and focus', () => {
  test('arrows step, but not while the focus is in a field', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.locator('#search').focus()
    await page.keyboard.type('ab')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('heading', { name: 'One' }).count()).toBe(1)
    expect(await focusOf(page)).toBe('search')
    await page.locator('#search').blur()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { name: 'One' }).waitFor()
  })

  test('a tooltip never takes the focus; F6 goes to it and back, Escape closes', async () => {
    const page = await pages.open()
    await page.locator('#search').focus()
    await show(page, tour(step(), two))
    expect(await focusOf(page)).toBe('search')
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toContain('step')
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toBe('search')
    await page.keyboard.press('F6')
    await page.keyboard.press('Escape')
    expect((await logOf(page)).at(-1)).toMatchObject({
      call: 'close',
      name: 'dismissed',
      data: { how: 'escape' },
    })
    expect(await focusOf(page)).toBe('search')
  })

  test('is announced politely', async () => {
    const page = await pages.open()
    await show(page, tour(step({ body: 'All about it' })))
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toBe('One. All about it')
  })

  test('a modal step keeps the focus and gives it back', async () => {
    const page = await pages.open()
    await page.locator('#search').focus()
    await show(page, tour({ id: 'one', title: 'One', body: '[Link](/x)' }))
    expect(await page.getByRole('dialog').getAttribute('aria-labelledby')).toBe('title')
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      const isOut = await page.evaluate(
        () => !['HANDRAIL-ROOT', 'BODY', 'HTML'].includes(document.activeElement?.tagName ?? ''),
      )
      expect(isOut).toBe(false)
    }
    await page.keyboard.press('Escape')
    expect(await focusOf(page)).toBe('search')
  })

  test('goes from step to step with the user', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.getByRole('button', { name: 'Next' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect(await focusOf(page)).toContain('step')
  })
})
