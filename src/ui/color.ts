/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]

/** `#rgb` or `#rrggbb`, as the schema has checked it. */
export function parseColor(hex: string): Rgb {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => Number.parseInt(pair, 16))
  return [red, green, blue]
}

export const formatColor = (color: Rgb): string =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Share 0 gives `from`, 1 gives `to`; mixed in sRGB, as designers' tools do. */
export const mix = ([r, g, b]: Rgb, to: Rgb, share: number): Rgb => [
  r + (to[0] - r) * share,
  g + (to[1] - g) * share,
  b + (to[2] - b) * share,
]

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // `map` forgets that a triple stays one
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** White on it when that can be read (4.5), else black: one of the two always can. */
export const readableOn = (background: Rgb): Rgb => (contrast(background, WHITE) >= 4.5 ? WHITE : BLACK)

/** `color`, moved towards black or white no further than it takes to reach `ratio` against `background`. */
export function ensureContrast(color: Rgb, background: Rgb, ratio: number): Rgb {
  const pole = luminance(background) > 0.18 ? BLACK : WHITE
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(color, pole, share)
    if (contrast(candidate, background) >= ratio) return candidate
  }
  return pole
}
