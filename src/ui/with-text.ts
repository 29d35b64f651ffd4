import type { Word } from '../core/english'
import type { Message } from '../core/strings'
import type { SurfaceHost } from '../core/surface'
import { fallbacks, interpolate, localize } from '../core/text'
import type { Text } from '../schema'
import type { GuideHost } from './host'
import { plainMarkup } from './plain-markup'

type Strings<Words extends Word> = Readonly<Record<Words, Message>>

/**
 * A host whose texts come out in the language of the user, with traits and answers filled in. `english` holds the words
 * of the kind of guide, for what the language and the config leave open.
 */
export function withText<State, Words extends Word>(
  host: SurfaceHost<State>,
  english: Strings<Words>,
): GuideHost<State, Words> {
  const { locale, config, markup = plainMarkup } = host
  const filled =
    <Out>(fill: (words: string, values: Record<string, unknown>) => Out) =>
    (text: Text | undefined, extra?: Record<string, unknown>): Out => {
      const words = localize(text, locale, config.defaultLocale)
      // Most texts have no placeholder, and a context is made anew each time.
      if (!words.includes('{{')) return fill(words, {})
      const { traits, account, answers } = host.context()
      return fill(words, { user: traits, account, answer: answers, ...extra })
    }
  return {
    ...host,
    strings: stringsOf(host, english),
    blocks: filled(markup.draw),
    read: filled(markup.read),
    plain: filled(interpolate),
  }
}

/** English, what ships, then the overrides of the config from the widest language to the narrowest: `zh`, then `zh-Hant`. */
function stringsOf<Words extends Word>(
  { config, locale, strings }: Pick<SurfaceHost, 'config' | 'locale' | 'strings'>,
  english: Strings<Words>,
): Strings<Words> {
  const byTag = new Map(
    Object.entries(config.strings ?? {}).map(([tag, words]) => [tag.toLowerCase(), words]),
  )
  const layers = fallbacks(locale).reverse()
  return Object.assign({}, english, strings, ...layers.map((tag) => byTag.get(tag)))
}
