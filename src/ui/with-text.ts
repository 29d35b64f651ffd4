import { fillBlocks, parseMarkdown } from '../core/markdown'
import { type Message, type Strings, withDefaults } from '../core/strings'
import type { SurfaceHost } from '../core/surface'
import { fallbacks, interpolate, localize } from '../core/text'
import type { Config, Text } from '../schema'
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
    strings: stringsOf(config, locale),
    blocks: (text, extra) => fillBlocks(parseMarkdown(words(text)), values(extra)),
    plain: (text, extra) => interpolate(words(text), values(extra)),
  }
}

/** English, then the overrides of the config from the widest language to the narrowest: `zh`, then `zh-Hant`. */
function stringsOf(config: Config, locale: string): Strings {
  const layers = Object.entries(config.strings ?? {}).map(
    ([tag, strings]) => [tag.toLowerCase(), strings] as const,
  )
  const byTag = new Map<string, Partial<Record<string, Message>>>(layers)
  return withDefaults(
    ...fallbacks(locale)
      .reverse()
      .map((tag) => byTag.get(tag)),
  )
}
