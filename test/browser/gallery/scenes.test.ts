import axe, { type AxeResults } from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type {} from '../../../demo/gallery/stage'
import { FONT_PACKAGES, otherFonts } from './fonts'
import { pictureOf } from './look-at'
import { looks } from './looks'
import { complaintAbout } from './pictures'
import { useStage } from './use-stage'

const stages = useStage()

const documentOf = (page: Page): Promise<string> =>
  page.evaluate(() => new XMLSerializer().serializeToString(document))

const play = (page: Page, name: string): Promise<void> =>
  page.evaluate(async (scene) => {
    globalThis.instances = [await stage.play(scene)]
  }, name)

/** Takes the guide away; what the scene did to the product is undone. */
const clear = (page: Page): Promise<void> =>
  page.evaluate(() => {
    instances[0]?.destroy()
    document.querySelector('dialog')?.close()
    scrollTo(0, 0)
  })

/** What axe has against the guide; the product's page is not asked. */
async function complaintsOfAxe(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document.querySelector('handrail-root'), { resultTypes: ['violations'] })",
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe.each(Object.entries(looks))('%s', (folder, { look, names }) => {
  let page: Page
  const pictures = new Map<string, Buffer>()
  beforeAll(async () => {
    page = await stages.open(look)
    await page.evaluate(axe.source)
    // To hide the caret, Playwright leaves an empty `style` on each field of the document.
    await page.screenshot({ caret: 'hide' })
    return () => page.context().close()
  })

  test.each(names)(
    '%s is accessible, keeps to the policy and leaves the document as it was',
    async (name) => {
      const before = await documentOf(page)
      await play(page, name)
      pictures.set(name, await pictureOf(page))
      expect(await complaintsOfAxe(page)).toEqual([])
      await clear(page)
      expect(await documentOf(page)).toBe(before)
      expect(await page.evaluate(() => stage.violations)).toEqual([])
    },
  )

  test('they look as they should', async ({ skip }) => {
    const fonts = await otherFonts(page)
    skip(
      fonts.length > 0,
      `the pictures need the fonts of ${FONT_PACKAGES}; not as there: ${fonts.join(', ')}`,
    )
    const complaints = [...pictures].map(([name, picture]) => complaintAbout(`${folder}/${name}`, picture))
    expect(complaints.filter(Boolean)).toEqual([])
  })
})

const boxOf = async (part: Locator) => {
  const box = await part.boundingBox()
  if (!box) throw new Error('expected it to be on the screen')
  return box
}

describe('the overview', () => {
  test('is accessible, and plays what comes on the screen, within its frame', async () => {
    const page = await stages.open()
    await page.goto(`${stages.origin()}/gallery?lang=fa&mode=dark`)
    const first = page.frameLocator('iframe').first()
    await first.getByRole('heading', { name: 'با یک پروژه شروع کنید' }).waitFor()
    const [target, tooltip] = await Promise.all([
      boxOf(first.locator('#third')),
      boxOf(first.locator('.popover')),
    ])
    // Where the product is itself in a frame, as in the others, and the page around it stays where it is.
    const gap = target.y - tooltip.y - tooltip.height
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(10)
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect(await page.locator('iframe:not([src])').count()).toBeGreaterThan(0)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<AxeResults>('axe.run({ iframes: false })')
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  test('leads to a scene alone, which begins again when it has ended', async () => {
    const page = await stages.open()
    await page.goto(`${stages.origin()}/gallery`)
    await page.getByRole('link', { name: 'NPS', exact: true }).click()
    await page.waitForURL('**/gallery?scene=nps&lang=en&mode=light')
    const desktop = page.frameLocator('iframe').first()
    const question = desktop.getByRole('radiogroup', { name: /recommend Tandem/ })
    await question.waitFor()
    const again = page.waitForEvent('framenavigated')
    await desktop.getByRole('button', { name: 'Close' }).click()
    await again
    await question.waitFor()
  })
})
