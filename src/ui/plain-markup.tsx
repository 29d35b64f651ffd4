import type { Markup } from '../core/surface'
import { interpolate } from '../core/text'

/** Texts without markup: each is a paragraph. */
export const plainMarkup: Markup = {
  draw: (text, values) => (text.trim() === '' ? [] : [<p key="only">{interpolate(text, values)}</p>]),
  read: interpolate,
}
