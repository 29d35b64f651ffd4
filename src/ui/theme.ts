import type { Theme } from '../schema'
import { ensureContrast, formatColor, mix, parseColor, type Rgb, readableOn } from './color'

const ACCENT = '#2f5fd0'
const RADIUS_PX = 10

/** Neutral ramp of one mode. `line`, `shade` and the shadows `near` and `far` lie over whatever is below. */
const NEUTRAL = {
  light: {
    surface: '#ffffff',
    text: '#1b1f24',
    muted: '#5c646e',
    subtle: '#f4f5f7',
    line: '#10182824',
    field: '#7a828d',
    shade: '#0f172a73',
    near: '#10182814',
    far: '#10182833',
  },
  dark: {
    surface: '#1f2226',
    text: '#eceef0',
    muted: '#a3abb4',
    subtle: '#2b2f35',
    line: '#ffffff26',
    field: '#868e98',
    shade: '#00000080',
    near: '#00000066',
    far: '#000000b3',
  },
} as const

type Tokens = Readonly<Record<string, string>>

/** WCAG 2.2 ratios: 4.5 for text, 3 for the shape of a control. */
function tokensOf(accent: Rgb, mode: keyof typeof NEUTRAL): Tokens {
  const neutral = NEUTRAL[mode]
  const surface = parseColor(neutral.surface)
  const fill = ensureContrast(accent, surface, 3)
  return {
    ...neutral,
    fill: formatColor(fill),
    'fill-hover': formatColor(mix(fill, readableOn(fill)[0] === 0 ? [255, 255, 255] : [0, 0, 0], 0.1)),
    'on-fill': formatColor(readableOn(fill)),
    ink: formatColor(ensureContrast(accent, surface, 4.5)),
    tint: formatColor(mix(surface, fill, mode === 'light' ? 0.09 : 0.18)),
  }
}

/** What `color-scheme` of the root has to be: `auto` follows the host if it says which, else the user. */
function schemeOf(mode: Theme['mode']): string {
  if (mode === 'light' || mode === 'dark') return mode
  const { colorScheme } = getComputedStyle(document.documentElement)
  return colorScheme === 'normal' ? 'light dark' : colorScheme
}

/**
 * The style sheet of a theme: `:host` with one custom property per token. Both modes are in it as
 * `light-dark()`, so that a change of mode needs no listener.
 */
export function themeStyles(theme: Theme): string {
  const accent = parseColor(theme.accent ?? ACCENT)
  const light = tokensOf(accent, 'light')
  const dark = tokensOf(accent, 'dark')
  const radius = theme.radius ?? RADIUS_PX
  return `:host{color-scheme:${schemeOf(theme.mode)}!important;font-family:${theme.font || 'inherit'}!important;
--radius:${radius}px;--radius-inner:${Math.max(Math.min(radius, 4), radius - 4)}px;
${Object.keys(light)
  .map((name) => `--${name}:light-dark(${light[name]},${dark[name]})`)
  .join(';')}}`
}
