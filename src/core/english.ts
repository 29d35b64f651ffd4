import type { Message } from './strings'

// Words of more than one kind of guide.
const next = 'Next'
const back = 'Back'
const done = 'Done'
const close = 'Close'
const playVideo = 'Play video: {title}'

/** What tours and announcements say. One table for each kind of guide: its chunk carries no other. */
export const tourEnglish = {
  next,
  back,
  done,
  close,
  stepOf: 'Step {n} of {total}',
  guide: 'Guide',
  playVideo,
  gotIt: 'Got it',
}

/** What checklists say. */
export const checklistEnglish = {
  start: 'Start',
  done,
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
}

/** What surveys say. */
export const surveyEnglish = {
  next,
  back,
  close,
  skip: 'Skip',
  submit: 'Submit',
  continue: 'Continue',
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
  playVideo,
}

/** What hints and the hub say. */
export const hubEnglish = {
  later: 'Later',
  opensInNewTab: 'opens in a new tab',
  hint: 'Hint: {title}',
  help: 'Help',
  search: 'Search',
  noResults: 'Nothing found',
  isNew: 'New',
}

export type TourWord = keyof typeof tourEnglish
export type ChecklistWord = keyof typeof checklistEnglish
export type SurveyWord = keyof typeof surveyEnglish
export type Word = TourWord | ChecklistWord | SurveyWord | keyof typeof hubEnglish

/** What the interface says in one language, by key. Placeholders are `{n}`, `{total}` and so on, as in English. */
export type Strings = Readonly<Record<Word, Message>>

/** All of it, as translators are given it. */
export const english: Strings = { ...tourEnglish, ...checklistEnglish, ...surveyEnglish, ...hubEnglish }
