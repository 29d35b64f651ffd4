import type { Page } from 'playwright-core'

/** Room around what is looked at: it holds the shadow. */
const MARGIN_PX = 24

/** A picture of the guides of a page and of what they point at, and of little else. */
export async function pictureOf(page: Page): Promise<Buffer> {
  const clip = await page.evaluate(extentOf, MARGIN_PX)
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
}

/** Runs in the page. */
function extentOf(marginPx: number) {
  const boxes = [...document.querySelectorAll('handrail-root')].flatMap(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('.card, .launcher, .spotlight:not([visibility]) > .rim') ?? [])].map(
      (part) => part.getBoundingClientRect(),
    ),
  )
  const left = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left)) - marginPx))
  const top = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top)) - marginPx))
  const right = Math.min(innerWidth, Math.ceil(Math.max(...boxes.map((box) => box.right)) + marginPx))
  const bottom = Math.min(innerHeight, Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + marginPx))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
