import type { Page } from 'playwright-core'

/** Debian packages. */
export const FONT_PACKAGES = 'fonts-noto-core and fonts-noto-cjk'

/**
 * Words in the letters that each font is there for, and their width in px as the references were made with them: other
 * letters would be measured in whatever else the machine has.
 */
const FONTS: Readonly<Record<string, { words: string; width: number }>> = {
  'Noto Sans': { words: 'Handrail', width: 400 },
  'Noto Sans Arabic': { words: 'راهنما', width: 237 },
  'Noto Sans CJK JP': { words: '手すり Handrail', width: 723 },
}

/** Fonts that this machine lacks, or has in another version: text set in them breaks its lines elsewhere. */
export async function otherFonts(page: Page): Promise<string[]> {
  const widths = await page.evaluate((fonts) => {
    const context = document.createElement('canvas').getContext('2d')
    return fonts.map(([font, { words }]) => {
      if (!context) return 0
      context.font = `100px "${font}"`
      return Math.round(context.measureText(words).width)
    })
  }, Object.entries(FONTS))
  return Object.entries(FONTS).flatMap(([font, { width }], index) => (widths[index] === width ? [] : [font]))
}
