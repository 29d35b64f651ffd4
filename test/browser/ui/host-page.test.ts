import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { scenes } from './gallery/scenes'
import { DESKTOP, PHONE, useGallery } from './open-gallery'

const pages = useGallery()
let axe: string
beforeAll(async () => {
  axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8')
})

/** What axe has against the surface that is open; the gallery's own page is not asked. */
async function complaints(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const shadow = document.querySelector('handrail-root')?.shadowRoot
    return shadow?.getAnimations().every(({ playState }) => playState !== 'running')
  })
  const result: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate(
    `${axe}; axe.run(document.querySelector('handrail-root'), { resultTypes: ['violations'] })`,
  )
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe.each([
  ['on a desktop, light', 'mode=light&locale=en', DESKTOP],
  ['on a phone, dark, from right to left', 'mode=dark&locale=fa', PHONE],
])('%s', (_where, query, options) => {
  test.each(Object.keys(scenes))(
    '%s is clean for axe and breaks no content security policy',
    async (scene) => {
      const page = await pages.open(`?scene=${scene}&${query}`, options)
      expect(await complaints(page)).toEqual([])
      expect(await page.evaluate(() => gallery.violations)).toEqual([])
    },
  )
})

describe('after it has closed', () => {
  test('the document is as it was, byte by byte', async () => {
    const page = await pages.open()
    for (const scene of Object.keys(scenes)) {
      const [before, after] = await page.evaluate((name) => {
        const text = () => new XMLSerializer().serializeToString(document)
        const before = text()
        gallery.close(gallery.scene(name))
        return [before, text()] as const
      }, scene)
      expect(after, scene).toBe(before)
    }
  })

  test('no listener, timer or frame is left', async () => {
    const page = await pages.open()
    const left = await page.evaluate(async (names) => {
      const counts = { listeners: 0, frames: 0 }
      const { addEventListener, removeEventListener } = EventTarget.prototype
      const isOurs = (target: EventTarget) => target === window || target === document
      EventTarget.prototype.addEventListener = function (...rest) {
        if (isOurs(this ?? window)) counts.listeners++
        return addEventListener.apply(this ?? window, rest)
      }
      EventTarget.prototype.removeEventListener = function (...rest) {
        if (isOurs(this ?? window)) counts.listeners--
        return removeEventListener.apply(this ?? window, rest)
      }
      for (const name of names) gallery.close(gallery.scene(name))
      const original = window.requestAnimationFrame.bind(window)
      window.requestAnimationFrame = (callback) => {
        counts.frames++
        return original(callback)
      }
      for (let frame = 0; frame < 30; frame++) await new Promise((resolve) => original(resolve))
      return counts
    }, Object.keys(scenes))
    expect(left).toEqual({ listeners: 0, frames: 0 })
  })
})

test('two surfaces do not share state', async () => {
  const page = await pages.open()
  await page.evaluate(() => {
    gallery.scene('checklist')
    gallery.scene('tooltip')
    gallery.close(0)
  })
  expect(await page.locator('handrail-root').count()).toBe(1)
  await page.getByRole('button', { name: 'Next' }).waitFor()
})
