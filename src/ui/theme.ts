import type { Theme } from '../schema'
import { luminance } from './color'

const ACCENT = '#2f5fd0'
const RADIUS_PX = 10
/** Luminance that has a contrast of 3 with the surface of `styles/base`, as the shape of a control needs. */
const FILL = { light: 0.297, dark: 0.15 }
/** And of 4.5, as text does. */
const INK = { light: 0.181, dark: 0.25 }
/** What is darker takes white text, the rest black text, with a contrast of 4.5 either way. */
const TAKES_WHITE = 0.181

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
export function themeStyles({ accent = ACCENT, radius = RADIUS_PX, font, mode }: Theme): string {
  const own = luminance(accent)
  // In linear light the luminance of a mixture is the mixture of the luminances.
  const mixed = (pole: '#000' | '#fff', limit: number) => {
    const share = (limit - own) / (luminance(pole) - own)
    return `color-mix(in srgb-linear,${pole} ${Math.min(1, Math.max(0, share)) * 100}%,${accent})`
  }
  const standingOut = ({ light, dark }: typeof FILL) =>
    `light-dark(${mixed('#000', light)},${mixed('#fff', dark)})`
  const [over, away] = own < TAKES_WHITE ? ['#fff', '#000'] : ['#000', '#fff']
  return `:host{color-scheme:${schemeOf(mode)}!important;font-family:${font || 'inherit'}!important;
--radius:${radius}px;--radius-inner:${Math.max(Math.min(radius, 4), radius - 4)}px;
--fill:${standingOut(FILL)};--ink:${standingOut(INK)};
--on-fill:${over};--fill-hover:color-mix(in srgb,${away} 10%,var(--fill))}`
}
