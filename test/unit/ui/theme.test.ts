import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { luminance } from '../../../src/ui/color'
import { baseStyles } from '../../../src/ui/styles/base'
import { themeStyles } from '../../../src/ui/theme'

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const COLOR = String.raw`(color-mix\([^()]*\)|#\w+)`

/** The colours of `--name: light-dark(a, b)`, or twice the only one. */
function colorsOf(name: string, css: string): readonly [string, string] {
  const [, light, dark] =
    new RegExp(`--${name}: ?(?:light-dark\\(${COLOR}, ?${COLOR}\\)|(?=${COLOR})${COLOR})`)
      .exec(css)
      ?.filter(Boolean) ?? []
  if (!light || !dark) throw new Error(`expected --${name} in ${css}`)
  return [light, dark]
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const parts = (hex: string) =>
  [...hex.slice(1)].length === 3
    ? [...hex.slice(1)].map((digit) => Number.parseInt(digit + digit, 16) / 255)
    : [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)

/** What a browser paints for a colour or a mixture of two, with parts of 8 bits. */
function painted(css: string): string {
  const mixture = /^color-mix\(in srgb-linear,(#\w+) ([\d.e-]+)%,(#\w+)\)$/.exec(css)
  const [from, to, share] = mixture ? [mixture[3], mixture[1], Number(mixture[2]) / 100] : [css, css, 0]
  const [a = [], b = []] = [from, to].map((hex = '') => parts(hex).map(linear))
  const bytes = a.map((part, i) => Math.round(gamma(part + ((b[i] ?? 0) - part) * share) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const surfaces = colorsOf('surface', baseStyles)

describe('luminance', () => {
  test('is read from both forms of hex', () => {
    expect(luminance('#fa0')).toBe(luminance('#ffaa00'))
    expect(luminance('#000')).toBe(0)
    expect(luminance('#ffffff')).toBeCloseTo(1, 10)
  })

  test('gives the contrasts that WCAG has as examples', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2)
  })
})

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('of any accent, on the %s surface,', (mode, at) => {
  const tokenOf = (name: string, accent: string) => painted(colorsOf(name, themeStyles({ accent, mode }))[at])

  test.each([
    ['the shape of a control', 'fill', 3],
    ['text', 'ink', 4.5],
  ])('%s stands out', (_what, name, ratio) => {
    fc.assert(
      fc.property(hex, (accent) => {
        expect(contrast(tokenOf(name, accent), painted(surfaces[at]))).toBeGreaterThanOrEqual(ratio)
      }),
      { examples: [['#000000'], ['#ffffff']] },
    )
  })

  test('what is written on it can be read', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        expect(contrast(tokenOf('on-fill', accent), tokenOf('fill', accent))).toBeGreaterThanOrEqual(4.5)
      }),
      { examples: [['#000000'], ['#ffffff']] },
    )
  })
})

test('an accent that stands out as it is stays as it is', () => {
  const css = themeStyles({ accent: '#2f6f4f', mode: 'light' })
  expect(painted(colorsOf('fill', css)[0])).toBe('#2f6f4f')
  expect(painted(colorsOf('ink', css)[0])).toBe('#2f6f4f')
})
