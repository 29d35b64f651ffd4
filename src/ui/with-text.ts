import type { Word } from '../core/english'
import { format, type Message } from '../core/strings'
import type { SurfaceHost } from '../core/surface'
import { inLanguage, interpolate, localize } from '../core/text'
import type { Text } from '../schema'
import type { GuideHost } from './host'
import { plainMarkup } from './plain-markup'

/**
 * A host whose texts come out in the language of the user, with traits and answers filled in. `english` holds the words
 * of the kind of guide, for what the language and the config leave open.
 */
export function withText<State, Words extends Word>(
  host: SurfaceHost<State>,
  english: Readonly<Record<Words, Message>>,
): GuideHost<State, Words> {
  const { locale, config, markup = plainMarkup } = host
  const strings = Object.assign({}, english, host.strings, ...inLanguage(config.strings ?? {}, locale))
  // Most texts have no placeholder, and a context is made anew each time.
  const filled =
    <Out>(make: (text: string, values: Readonly<Record<string, unknown>>) => Out) =>
    (text: Text | undefined) => {
      const said = localize(text, locale, config.defaultLocale)
      if (!said.includes('{{')) return make(said, {})
      const { traits, account, answers } = host.context()
      return make(said, { user: traits, account, answer: answers })
    }
  return {
    ...host,
    say: (word, values = {}) => format(strings[word], values, locale),
    blocks: filled(markup.draw),
    read: filled(markup.read),
    plain: filled(interpolate),
  }
}
