import { fillBlocks, parseMarkdown } from '../core/markdown'
import { type Overrides, type Strings, withDefaults } from '../core/strings'
import type { SurfaceHost } from '../core/surface'
import { fallbacks, interpolate, localize } from '../core/text'
import type { Text } from '../schema'
import type { GuideHost } from './host'

/** A host whose texts come out in the language of the user, with traits and answers filled in. */
export function withText<State>(host: SurfaceHost<State>): GuideHost<State> {
  const { locale, config } = host
  const words = (text: Text | undefined) => localize(text, locale, config.defaultLocale)
  const values = (extra?: Record<string, unknown>) => {
    const { traits, account, answers } = host.context()
    return { user: traits, account, answer: answers, ...extra }
  }
  return {
    ...host,
    strings: stringsOf(host),
    blocks: (text, extra) => fillBlocks(parseMarkdown(words(text)), values(extra)),
    plain: (text, extra) => interpolate(words(text), values(extra)),
  }
}

/** Those that ship, then the overrides of the config from the widest language to the narrowest: `zh`, then `zh-Hant`. */
function stringsOf({ config, locale, strings }: Pick<SurfaceHost, 'config' | 'locale' | 'strings'>): Strings {
  const layers = Object.entries(config.strings ?? {}).map(
    ([tag, overrides]) => [tag.toLowerCase(), overrides] as const,
  )
  const byTag = new Map<string, Overrides>(layers)
  return withDefaults(
    strings,
    ...fallbacks(locale)
      .reverse()
      .map((tag) => byTag.get(tag)),
  )
}
