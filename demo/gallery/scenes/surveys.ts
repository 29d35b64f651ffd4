import type { Question, Survey } from 'handrail/schema'
import { t } from '../languages'
import type { Hands, Scene, Scenes } from '../scene'
import { AGREE, ANSWERED, EASY, INTRO, REASON, RECOMMEND, SUPPORT, USES } from './questions'
import { BY_CODE, LONG_BODY, LONG_WORD, PICTURE, SHOW_ME } from './texts'

const THANKS = {
  title: t(
    'Thank you, {{user.name}}',
    'Danke, {{user.name}}',
    '{{user.name}} さん、ありがとうございます',
    'سپاس، {{user.name}}',
    'شكرًا {{user.name}}',
  ),
  body: t(
    'Every answer is read by the people who build this.',
    'Jede Antwort wird von den Menschen gelesen, die das hier bauen.',
    'すべての回答に開発者が目を通しています。',
    'هر پاسخ را سازندگان می‌خوانند.',
    'يقرأ كل إجابة من يبنون هذا المنتج.',
  ),
}

const survey = (
  title: string,
  questions: readonly Question[],
  after?: Scene['after'],
  more: Partial<Survey> = {},
): Scene => ({
  title,
  config: {
    version: 1,
    surveys: [{ id: 'scene', when: BY_CODE, questions: [...questions], thanks: [THANKS], ...more }],
  },
  ...(after && { after }),
})

const choose =
  (...values: (string | number)[]) =>
  async ({ click }: Hands): Promise<void> => {
    for (const value of values) await click(`input[value='${value}']`)
  }
const submit = ({ click }: Hands) => click('.primary')
const MANY: Question = { ...USES, other: true }

export const surveys: Scenes = {
  nps: survey('NPS', [RECOMMEND, REASON]),
  'nps-modal': survey('NPS as a modal', [RECOMMEND, REASON], undefined, { as: 'modal' }),
  'nps-chosen': survey('NPS, back at an answer', [RECOMMEND, REASON], async (hands) => {
    await choose(6)(hands)
    await hands.click('.link')
  }),
  text: survey('Text that may be left out', [RECOMMEND, { ...REASON, optional: true }], choose(6)),
  'text-written': survey('Text near its limit', [{ ...REASON, maxLength: 120 }], ({ write }) =>
    write('textarea', 'The board is quick.'),
  ),
  'text-required': survey('Text that is required', [REASON], submit),
  csat: survey('CSAT in numbers', [SUPPORT]),
  'csat-stars': survey('CSAT in stars, back at an answer', [{ ...SUPPORT, look: 'stars' }, REASON], (hands) =>
    choose(4)(hands).then(() => hands.click('.link')),
  ),
  'csat-emoji': survey('CSAT in faces', [{ ...SUPPORT, look: 'emoji' }]),
  'csat-thumbs': survey('CSAT in thumbs', [ANSWERED]),
  ces: survey('CES', [EASY]),
  rating: survey('Rating with ends of its own', [
    { ...SUPPORT, type: 'rating', points: 10, low: LONG_WORD, high: SHOW_ME },
  ]),
  choice: survey(
    'One choice',
    [{ id: 'use', type: 'choice', title: USES.title, choices: USES.choices }],
    choose('track'),
  ),
  choices: survey('Several choices and another', [MANY], choose('plan', 'other')),
  'choices-many': survey('More choices than allowed', [MANY], async (hands) => {
    await choose('plan', 'track', 'report')(hands)
    await submit(hands)
  }),
  consent: survey('Consent that is required', [AGREE], submit),
  statement: survey('Statement with a picture', [{ ...INTRO, body: LONG_BODY, media: PICTURE }, REASON]),
  'survey-words': survey('Survey with words that are too long', [
    {
      ...USES,
      title: LONG_WORD,
      choices: [
        { id: 'a', label: LONG_WORD },
        { id: 'b', label: LONG_BODY },
      ],
    },
  ]),
  thanks: survey('Thanks', [RECOMMEND], choose(9)),
  'thanks-action': survey('Thanks with something to do', [RECOMMEND], choose(9), {
    thanks: [{ ...THANKS, do: { open: '/gallery' }, label: SHOW_ME }],
  }),
}
