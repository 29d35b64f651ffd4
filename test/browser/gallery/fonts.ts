import type { Page } from 'playwright-core'

/** Debian packages. */
export const FONT_PACKAGES = 'fonts-noto-core and fonts-noto-cjk'

/** Widths in px of a few words, as the fonts that the references were made with draw them. */
const WIDTHS: Readonly<Record<string, number>> = {
  'Noto Sans': 1000,
  'Noto Sans Arabic': 938,
  'Noto Sans CJK JP': 992,
}

/** Fonts that this machine lacks, or has in another version: text set in them breaks its lines elsewhere. */
export async function otherFonts(page: Page): Promise<string[]> {
  const widths = await page.evaluate((fonts) => {
    const context = document.createElement('canvas').getContext('2d')
    return fonts.map((font) => {
      if (!context) return 0
      context.font = `100px "${font}"`
      return Math.round(context.measureText('Handrail راهنما 手すり').width)
    })
  }, Object.keys(WIDTHS))
  return Object.entries(WIDTHS).flatMap(([font, width], index) => (widths[index] === width ? [] : [font]))
}
