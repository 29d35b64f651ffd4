/** The tag in canonical form; `en` for what is no BCP 47 tag, on which every `Intl` formatter would throw. */
export function toLocale(tag: string): string {
  try {
    // `lang="pt_BR"` is a common slip.
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
