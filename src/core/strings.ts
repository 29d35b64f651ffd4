/** A message, or its forms by plural category of `n`. https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)

/** What the interface says, by key. Placeholders are `{n}`, `{total}` and so on, as the default shows. */
export interface Strings {
  next: Message
  back: Message
  done: Message
  close: Message
  skip: Message
  later: Message
  start: Message
  submit: Message
  gotIt: Message
  continue: Message
  stepOf: Message
  progress: Message
  tasksLeft: Message
  allDone: Message
  openChecklist: Message
  collapse: Message
  dismissChecklist: Message
  dismissAsk: Message
  dismissYes: Message
  dismissNo: Message
  taskDone: Message
  taskLocked: Message
  questionOf: Message
  npsLow: Message
  npsHigh: Message
  cesLow: Message
  cesHigh: Message
  csatLow: Message
  csatHigh: Message
  ratingOf: Message
  thumbUp: Message
  thumbDown: Message
  optional: Message
  other: Message
  otherPlaceholder: Message
  textPlaceholder: Message
  charactersLeft: Message
  thanks: Message
  required: Message
  outOfRange: Message
  notAChoice: Message
  tooFew: Message
  tooMany: Message
  tooLong: Message
  consentNeeded: Message
  opensInNewTab: Message
  playVideo: Message
  hint: Message
  guide: Message
  help: Message
  search: Message
  noResults: Message
  isNew: Message
}

export const english: Strings = {
  next: 'Next',
  back: 'Back',
  done: 'Done',
  close: 'Close',
  skip: 'Skip',
  later: 'Later',
  start: 'Start',
  submit: 'Submit',
  gotIt: 'Got it',
  continue: 'Continue',
  stepOf: 'Step {n} of {total}',
  progress: '{n} of {total} done',
  tasksLeft: { one: '{n} task left', other: '{n} tasks left' },
  allDone: 'All done',
  openChecklist: 'Open {title}',
  collapse: 'Collapse',
  dismissChecklist: 'Hide this checklist',
  dismissAsk: 'Hide this checklist for good?',
  dismissYes: 'Hide it',
  dismissNo: 'Keep it',
  taskDone: '{title}, done',
  taskLocked: '{title}, comes later',
  questionOf: 'Question {n} of {total}',
  npsLow: 'Not likely',
  npsHigh: 'Very likely',
  cesLow: 'Strongly disagree',
  cesHigh: 'Strongly agree',
  csatLow: 'Very dissatisfied',
  csatHigh: 'Very satisfied',
  ratingOf: '{n} of {total}',
  thumbUp: 'Good',
  thumbDown: 'Not good',
  optional: 'Optional',
  other: 'Other',
  otherPlaceholder: 'Please say what',
  textPlaceholder: 'Write here',
  charactersLeft: { one: '{n} character left', other: '{n} characters left' },
  thanks: 'Thank you',
  required: 'Please answer this question.',
  outOfRange: 'Please choose one of the values shown.',
  notAChoice: 'Please choose one of the answers shown.',
  tooFew: { one: 'Please choose at least {n} answer.', other: 'Please choose at least {n} answers.' },
  tooMany: { one: 'Please choose at most {n} answer.', other: 'Please choose at most {n} answers.' },
  tooLong: { one: 'Please use at most {n} character.', other: 'Please use at most {n} characters.' },
  consentNeeded: 'Please agree before you go on.',
  opensInNewTab: 'opens in a new tab',
  playVideo: 'Play video: {title}',
  hint: 'Hint: {title}',
  guide: 'Guide',
  help: 'Help',
  search: 'Search',
  noResults: 'Nothing found',
  isNew: 'New',
}

/** What a config says instead. */
export type Overrides = Partial<Record<string, Message>>

/** The strings of a language, with the overrides of a config and English where something is missing. */
export const withDefaults = (...layers: readonly (Partial<Strings> | Overrides | undefined)[]): Strings =>
  Object.assign({}, english, ...layers)

/** A message with its `{names}` replaced; numbers as the locale writes them, and the plural form that `n` takes. */
export function format(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  locale: string,
): string {
  return pick(message, values.n, locale).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return placeholder
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value
  })
}

function pick(message: Message, n: string | number | undefined, locale: string): string {
  if (typeof message === 'string') return message
  const category = typeof n === 'number' ? new Intl.PluralRules(locale).select(n) : 'other'
  return message[category] ?? message.other
}
