import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Guide } from './gallery/gallery'
import { boxOf, focusOf, PHONE, show, storyOf, useGallery } from './open-gallery'

const tour = (target: string): Guide => ({
  kind: 'tour',
  guide: {
    id: 'tour',
    steps: [
      { id: 'one', target, title: 'One' },
      { id: 'two', title: 'Two', as: 'slideout' },
    ],
  },
})

/** Whether the middle of the tooltip is what a pointer would hit there. */
const isOnTop = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('handrail-root')
    const rect = root?.shadowRoot?.querySelector('.popover')?.getBoundingClientRect()
    if (!rect) return false
    return document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2) === root
  })

const openDialog = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.showModal())

const pages = useGallery()

test('a tour lies above a checklist, whichever came first, and neither raises the other for ever', async () => {
  const checklist: Guide = {
    kind: 'checklist',
    guide: {
      id: 'list',
      title: 'List',
      open: false,
      items: [{ id: 'a', title: 'A', done: { event: 'Never' } }],
    },
  }
  for (const first of ['tour', 'checklist']) {
    const page = await pages.open('', PHONE)
    await page.evaluate(() => {
      let toggles = 0
      document.addEventListener('toggle', () => toggles++, true)
      Object.assign(window, { toggles: () => toggles })
    })
    const guides = first === 'tour' ? [tour('#pinned'), checklist] : [checklist, tour('#pinned')]
    for (const guide of guides) await show(page, guide)
    const topmost = () =>
      page.evaluate(() => {
        const [bar] = [...document.querySelectorAll('handrail-root')].flatMap(
          (root) => root.shadowRoot?.querySelector('.popover.on-phone') ?? [],
        )
        if (!bar) return false
        const { right, bottom } = bar.getBoundingClientRect()
        const root = bar.getRootNode()
        return root instanceof ShadowRoot && document.elementFromPoint(right - 30, bottom - 20) === root.host
      })
    await expect.poll(topmost).toBe(true)
    const count = () => page.evaluate(() => (window as unknown as { toggles: () => number }).toggles())
    const before = await count()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(await count()).toBe(before)
  }
})

describe('above and inside a modal dialog of the host', () => {
  test('a tooltip on something in it can be used, and the field in it keeps the focus', async () => {
    const page = await pages.open()
    await openDialog(page)
    await page.locator('input[name=title]').focus()
    await show(page, tour('dialog >>> input[name=title]'))
    expect(await isOnTop(page)).toBe(true)
    await page.keyboard.type('Website')
    expect(await page.locator('input[name=title]').inputValue()).toBe('Website')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
  })

  test('a dialog that opens later does not cover it, and takes nothing along when it closes', async () => {
    const page = await pages.open()
    await show(page, tour('#pinned'))
    await openDialog(page)
    await expect.poll(() => isOnTop(page)).toBe(true)
    await page.getByRole('button', { name: 'Next' }).hover()
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.close())
    await expect
      .poll(() => page.evaluate(() => document.querySelector('handrail-root')?.parentElement?.tagName))
      .toBe('BODY')
    expect(await isOnTop(page)).toBe(true)
  })

  test('Escape belongs to the dialog, and the tour stays', async () => {
    const page = await pages.open()
    await show(page, tour('#pinned'))
    await openDialog(page)
    await page.locator('input[name=title]').focus()
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.open))
      .toBe(false)
    expect(await storyOf(page)).not.toContain('dismissed')
    expect(await page.locator('.popover').count()).toBe(1)
  })

  test('a modal step that comes as the dialog goes is modal, whichever is first', async () => {
    for (const order of ['step first', 'dialog first']) {
      const page = await pages.open()
      await openDialog(page)
      await show(page, {
        kind: 'tour',
        guide: {
          id: 'tour',
          steps: [
            { id: 'one', target: 'dialog >>> input[name=title]', title: 'One' },
            { id: 'two', title: 'Two', as: 'modal' },
          ],
        },
      })
      await page.evaluate((first) => {
        const dialog = document.querySelector<HTMLDialogElement>('#dialog')
        const root = document.querySelector('handrail-root')?.shadowRoot
        const next = root?.querySelector<HTMLElement>('.buttons button:last-child')
        const acts = [() => next?.click(), () => dialog?.remove()]
        for (const act of first === 'step first' ? acts : acts.reverse()) act()
      }, order)
      const modal = page.getByRole('dialog', { name: 'Two' })
      await modal.waitFor()
      await expect.poll(() => modal.evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
      await page.getByRole('button', { name: 'Done' }).click()
      expect(await storyOf(page)).toContain('completed')
    }
  })

  test('a dialog that is taken out of the page leaves the tour in it', async () => {
    const page = await pages.open()
    await show(page, tour('#pinned'))
    await openDialog(page)
    await expect
      .poll(() => page.evaluate(() => document.querySelector('handrail-root')?.parentElement?.tagName))
      .toBe('DIALOG')
    await page.evaluate(() => document.querySelector('#dialog')?.remove())
    await expect.poll(() => isOnTop(page)).toBe(true)
  })
})

test('a popover of the host that opens later does not cover it', async () => {
  const page = await pages.open()
  await show(page, tour('#pinned'))
  const place = await boxOf(page, '.popover')
  await page.evaluate(({ x, y, width, height }) => {
    const menu = Object.assign(document.createElement('div'), { popover: 'manual', textContent: 'Menu' })
    for (const [name, value] of Object.entries({ inset: 'auto', left: x, top: y, width, height }))
      menu.style.setProperty(name, typeof value === 'number' ? `${value}px` : value)
    document.body.append(menu)
    menu.showPopover()
  }, place)
  await expect.poll(() => isOnTop(page)).toBe(true)
})

test('the focus stays in the tooltip when it is raised', async () => {
  const page = await pages.open()
  await show(page, tour('#pinned'))
  await page.getByRole('button', { name: 'Next' }).focus()
  await page.evaluate(() => {
    const menu = Object.assign(document.createElement('div'), { popover: 'manual', textContent: 'Menu' })
    document.body.append(menu)
    menu.showPopover()
  })
  await expect.poll(() => focusOf(page)).toContain('primary')
})
