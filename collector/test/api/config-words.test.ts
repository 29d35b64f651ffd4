import type { Config } from 'handrail/schema'
import { describe, expect, it } from 'vitest'
import { configWords } from '../../src/routes/api/config-words'
import { inWords } from '../../src/routes/api/said'
import { timelineText } from '../../src/routes/api/timeline-text'

const config: Config = {
  version: 1,
  defaultLocale: 'en',
  tours: [
    {
      id: 'welcome',
      name: 'Welcome tour',
      steps: [{ id: 'hello', title: { fa: 'سلام', en: 'Hello, {{user.firstName|there}}' }, body: '…' }],
    },
  ],
  checklists: [
    {
      id: 'start',
      title: 'Get started',
      items: [{ id: 'project', title: 'Create a project', done: { event: 'A' } }],
    },
  ],
  surveys: [
    {
      id: 'exit',
      name: 'Why people leave',
      questions: [
        {
          id: 'reason',
          type: 'choices',
          title: { de: 'Warum?', en: 'Why?' },
          choices: [
            { id: 'price', label: 'The price' },
            { id: 'fit', label: 'It does not fit' },
          ],
        },
        { id: 'more', type: 'text', title: 'What else?' },
      ],
    },
  ],
}
const words = configWords(config)

describe('the words of a config', () => {
  it('are those of its default language', () => {
    expect(words('survey', 'exit', 'reason')).toBe('Why?')
  })

  it.each([
    ['Hello, {{user.firstName|there}}', 'Hello'],
    ['Hello, {{user.firstName}}!', 'Hello!'],
    ['{{user.firstName|دوست عزیز}}، خوش آمدید', 'خوش آمدید'],
    ['ようこそ、{{user.firstName|皆}}。', 'ようこそ。'],
    ['Why did you give {{answer.score|that}}?', 'Why did you give …?'],
    ['{{account.seats}} of {{account.limit|many}} seats', '… of … seats'],
    ['{{account.name|Your team}}', 'step'],
  ])('are the same for every user: %s', (title, expected) => {
    const steps = [{ id: 'step', title, body: '…' }]
    const said = configWords({ version: 1, tours: [{ id: 'tour', steps }] })
    expect(said('tour', 'tour', 'step')).toBe(expected)
  })

  it('are the id where the config says nothing, or is gone', () => {
    expect([words('tour', 'gone'), words('checklist', 'start', 'gone')]).toEqual(['gone', 'gone'])
    expect(configWords({ version: 1 })('survey', 'nps', 'score')).toBe('score')
  })

  it('tell the timeline by name', () => {
    const told = (event: string, properties: Record<string, unknown>) =>
      timelineText({ type: 'track', event, path: null, properties }, words)
    const tour = { guide_kind: 'tour', guide_id: 'welcome' }
    expect(told('Guide Completed', tour)).toBe('Finished the tour "Welcome tour"')
    expect(told('Step Completed', { ...tour, step_id: 'hello' })).toBe(
      'Completed step "Hello" of the tour "Welcome tour"',
    )
    expect(
      ['close', 'escape', 'outside', 'button', 'superseded', 'elsewhere', undefined].map((how) =>
        told('Guide Dismissed', { ...tour, how }),
      ),
    ).toEqual([
      'Closed the tour "Welcome tour"',
      'Closed the tour "Welcome tour" with Escape',
      'Closed the tour "Welcome tour" by a click beside it',
      'Closed the tour "Welcome tour" with one of its buttons',
      'Closed the tour "Welcome tour" when another guide began',
      'Closed the tour "Welcome tour"',
      'Closed the tour "Welcome tour"',
    ])
    const item = {
      guide_kind: 'checklist',
      guide_id: 'start',
      item_id: 'project',
      done_count: 1,
      total_count: 4,
    }
    expect(told('Item Completed', item)).toBe(
      'Completed "Create a project" in the checklist "Get started" (1 of 4)',
    )
  })

  it('call a page by its name, else by its path', () => {
    const opened = (event: string, path: string | null) =>
      timelineText({ type: 'page', event, path, properties: {} }, words)
    expect([opened('Board', '/projects/7'), opened('', '/projects/7'), opened('', null)]).toEqual([
      'Opened Board',
      'Opened /projects/7',
      'Opened a page',
    ])
  })

  it('say answers: the question, and the labels of the choices', () => {
    const submission = {
      submissionId: 's',
      surveyId: 'exit',
      userId: 'ada',
      ts: 0,
      metric: null,
      score: null,
      answers: { reason: ['price', 'fit'], more: 'price' },
      completed: true,
    }
    expect(inWords(submission, words)).toEqual({
      ...submission,
      surveyName: 'Why people leave',
      said: [
        { questionId: 'reason', question: 'Why?', value: ['The price', 'It does not fit'] },
        { questionId: 'more', question: 'What else?', value: 'price' },
      ],
    })
  })
})
