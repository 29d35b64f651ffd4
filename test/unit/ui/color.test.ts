import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contrast,
  ensureContrast,
  formatColor,
  parseColor,
  type Rgb,
  readableOn,
} from '../../../src/ui/color'

const part = fc.integer({ min: 0, max: 255 })
const color: fc.Arbitrary<Rgb> = fc.tuple(part, part, part)
const WHITE: Rgb = [255, 255, 255]

describe('colours', () => {
  test('are read from both forms of hex and written back', () => {
    expect(parseColor('#2f6f4f')).toEqual([47, 111, 79])
    expect(parseColor('#fa0')).toEqual([255, 170, 0])
    fc.assert(
      fc.property(color, (rgb) => {
        expect(parseColor(formatColor(rgb))).toEqual(rgb)
      }),
    )
  })

  test('have the contrast that WCAG gives as examples', () => {
    expect(contrast([0, 0, 0], WHITE)).toBeCloseTo(21, 5)
    expect(contrast([119, 119, 119], WHITE)).toBeCloseTo(4.48, 2)
  })

  test('of text on any accent can be read', () => {
    fc.assert(
      fc.property(color, (rgb) => {
        expect(contrast(readableOn(rgb), rgb)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test('reach the ratio asked for against any background', () => {
    fc.assert(
      fc.property(color, color, fc.constantFrom(3, 4.5), (accent, background, ratio) => {
        expect(contrast(ensureContrast(accent, background, ratio), background)).toBeGreaterThanOrEqual(ratio)
      }),
    )
  })

  test('that are good already stay as they are', () => {
    expect(ensureContrast([47, 111, 79], WHITE, 4.5)).toEqual([47, 111, 79])
  })
})
