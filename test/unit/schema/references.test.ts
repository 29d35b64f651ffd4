import { describe, expect, it } from 'vitest'
import { validateConfig } from './both'

const told = (json: object) => validateConfig({ version: 1, ...json }).problems.map(({ message }) => message)
const aboutQuestion = (question: object) =>
  told({ surveys: [{ id: 'nps', questions: [{ id: 'score', type: 'nps', title: 'Why?', ...question }] }] })

describe('the way on from a question', () => {
  it('names a question of the survey or its end', () => {
    expect(aboutQuestion({ goto: 'score' })).toEqual([])
    expect(aboutQuestion({ goto: [{ if: { answer: 'score', gt: 8 }, to: 'end' }, { to: 'score' }] })).toEqual(
      [],
    )
    expect(aboutQuestion({ goto: [{ to: 'why' }] })).toEqual([
      'surveys[0].questions[0].goto[0].to: found "why", expected the id of a step or question of this guide',
    ])
  })

  it('is not confused with a text in Tongan, whose language is "to"', () => {
    expect(aboutQuestion({ title: { en: 'Why?', to: 'Ko e hā hono ʻuhinga?' } })).toEqual([])
  })
})

describe('the hub', () => {
  const steps = [{ id: 'hello', title: 'Hello' }]

  it('names guides of the config, broken ones too', () => {
    const hub = { tours: ['welcome', 'broken'], checklists: [] }
    const { config, problems } = validateConfig({
      version: 1,
      tours: [
        { id: 'welcome', steps },
        { id: 'broken', steps: [] },
      ],
      hub,
    })
    expect(config.hub).toEqual(hub)
    expect(problems).toMatchObject([{ at: 'tours[1].steps' }])
  })

  it('is left out when it names one that is not there', () => {
    const { config, problems } = validateConfig({
      version: 1,
      hub: { announcements: ['news'], feedback: 'ideas' },
    })
    expect(config).toEqual({ version: 1 })
    expect(problems.map(({ message }) => message)).toEqual([
      'hub.announcements[0]: found "news", expected the id of an announcement',
      'hub.feedback: found "ideas", expected the id of a survey',
    ])
  })
})

describe('an id', () => {
  const step = (id: string) => ({ id, title: { en: 'Hello', id: 'Halo' } })

  it('stands once in its list; two lists may share it', () => {
    const other = { id: 'second', steps: [step('one')] }
    expect(told({ tours: [{ id: 'first', steps: [step('one'), step('two')] }, other] })).toEqual([])
    expect(told({ tours: [{ id: 'first', steps: [step('one'), step('two'), step('one')] }] })).toEqual([
      'tours[0].steps[2].id: found "one", expected an id that no other of the steps has',
    ])
  })

  it('of a guide stands once among its kind; the first stays', () => {
    const [first, second] = [
      { id: 'same', steps: [step('one')] },
      { id: 'same', steps: [step('two')] },
    ]
    const { config, problems } = validateConfig({ version: 1, tours: [first, second] })
    expect(config.tours).toEqual([first])
    expect(problems).toMatchObject([{ code: 'duplicate_id', at: 'tours[1].id', guide: 'same' }])
  })
})
