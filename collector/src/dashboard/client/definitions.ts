import { COMPONENT_WORDS } from './format/words'

export interface Definition {
  /** The fragment of its link. */
  id: string
  term: string
  text: string
  /** How it is computed, with the defaults of the model. */
  formula?: string
  /** When there is no figure. */
  none?: string
}

const WINDOW = 'the last 28 complete days'

export const FIGURES: readonly Definition[] = [
  {
    id: 'score',
    term: 'Score',
    text: 'How healthy an account is, from 0 to 100: the weighted mean of six components.',
    formula:
      'Σ weight · component. Without any activity for 14 days, or after an intent to cancel within 28 days, at most 39.',
    none: 'There is no frequency yet, or coverage is below 50%.',
  },
  {
    id: 'band',
    term: 'Band',
    text: 'The score in a word: healthy from 70, watch from 40, at risk below; unknown without a score.',
    formula:
      'A band changes after the score has crossed its edge by 3 points on two days in a row, or at once when it moved by 15 or was capped.',
  },
  {
    id: 'coverage',
    term: 'Coverage',
    text: 'How much of the model there was data for. What is missing is left out and the other weights grow in proportion.',
    formula: 'Sum of the original weights of the components that have a value.',
  },
  {
    id: 'weight',
    term: 'Weight',
    text: 'How much a component counts for this account. Accounts in onboarding, near renewal and established ones are weighed differently.',
    formula:
      'Frequency, breadth, depth, onboarding, sentiment, trend: 20/15/10/40/10/5 below 90 days of age; 20/25/10/0/25/20 within 90 days of renewal; otherwise 25/25/15/5/20/10.',
  },
  {
    id: 'contribution',
    term: 'Gives and costs',
    text: 'The points a component gives to the score, and those it keeps from it. All gives add up to the score before caps, gives and costs together to 100.',
    formula: 'Gives = weight · value. Costs = weight · (100 − value).',
  },
  {
    id: 'change',
    term: 'Change',
    text: 'Why the score moved between two days, with a change of behaviour told apart from a change of the model or its weights.',
    formula:
      'Mean weight · change of value, plus mean value · change of weight; summed over components it is exact.',
  },
  {
    id: 'model',
    term: 'Model',
    text: 'The fingerprint of the model document that made the score. The same events and the same model always give the same score.',
  },
]

export const COMPONENT_DEFINITIONS: readonly Definition[] = [
  {
    id: 'frequency',
    term: COMPONENT_WORDS.frequency,
    text: `How often people come, over ${WINDOW}.`,
    formula:
      'Half from active days (best: 20 of 28), half from stickiness, daily over monthly users (best: 0.30).',
    none: 'The account is younger than 7 days.',
  },
  {
    id: 'breadth',
    term: COMPONENT_WORDS.breadth,
    text: 'How much of the organisation relies on the product, and on how much of it.',
    formula: '60% active users ÷ seats (best: 0.80), 40% key features used (best: three quarters).',
    none: 'Neither seats nor key features are known.',
  },
  {
    id: 'depth',
    term: COMPONENT_WORDS.depth,
    text: 'How long and how actively people use it.',
    formula:
      '30% median session (best: 10 minutes), 30% actions per session (best: 15), 40% habit: features used on at least 4 days ÷ features used.',
    none: 'There was no session.',
  },
  {
    id: 'onboarding',
    term: COMPONENT_WORDS.onboarding,
    text: 'How far the account has come in its checklists and tours, and how soon it met first value.',
    formula:
      '50% checklist share, 20% tours completed ÷ started, 30% days to first value (best: 3, worst: 30).',
    none: 'No guide was shown and first value is not defined.',
  },
  {
    id: 'sentiment',
    term: COMPONENT_WORDS.sentiment,
    text: 'What people answered in surveys. The latest answer of each person counts, and counts half after 90 days.',
    formula:
      'NPS, CSAT and CES on a scale of 100, drawn towards the mean of all accounts while answers are few.',
    none: 'Too few answers, or too old ones.',
  },
  {
    id: 'trend',
    term: COMPONENT_WORDS.trend,
    text: 'Whether use grows or shrinks: active user-days of the window against the 28 days before.',
    formula: '100 when use did not fall, 0 when it fell by half or more.',
    none: 'The account is younger than 56 days.',
  },
]

export const FLAGS: readonly Definition[] = [
  { id: 'usage_drop', term: 'Usage drop', text: 'Active user-days fell by 30% or more.' },
  { id: 'dormant', term: 'Dormant', text: 'No activity for 14 days or more.' },
  {
    id: 'champion_lost',
    term: 'Champion lost',
    text: 'The most active admin of the 28 days before has not come since.',
  },
  {
    id: 'stalled_onboarding',
    term: 'Stalled onboarding',
    text: 'After 14 days less than half of the checklist is done, and nothing in the last 7 days.',
  },
  { id: 'detractor', term: 'Detractor', text: 'Somebody answered NPS with 6 or less within 30 days.' },
  {
    id: 'seat_underuse',
    term: 'Seat underuse',
    text: 'Fewer than a quarter of the seats are active and renewal is within 90 days.',
  },
  {
    id: 'feature_abandoned',
    term: 'Feature abandoned',
    text: 'A feature used on 4 days or more before was not used in the window.',
  },
  {
    id: 'survey_silent',
    term: 'Survey silent',
    text: 'Three or more surveys were shown in 90 days and none was answered.',
  },
  {
    id: 'expansion',
    term: 'Expansion',
    text: 'Nearly all seats are active, use grows and the score is healthy.',
  },
]

export const FACTS: readonly Definition[] = [
  { id: 'account', term: 'Account', text: 'A customer company: what the host product names by group().' },
  {
    id: 'mrr',
    term: 'MRR',
    text: 'Monthly recurring revenue, the trait mrr of an account, in the currency the host product sends.',
    none: 'The trait is missing or no number.',
  },
  { id: 'renewal', term: 'Renewal', text: 'The trait renewsAt of an account. Due means within 90 days.' },
  {
    id: 'flag',
    term: 'Flag',
    text: 'Something to look at, whatever the score says. The flags are listed below.',
  },
  {
    id: 'active-days',
    term: 'Active days',
    text: `Days on which a person did something in the product, of ${WINDOW}. Guides, surveys and sessions by themselves do not count.`,
  },
  {
    id: 'verified',
    term: 'Verified',
    text: 'The server of the product has signed for this user. What names them without a signature from then on is kept apart.',
  },
]
