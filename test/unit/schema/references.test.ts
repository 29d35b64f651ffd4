import { describe, expect, it } from 'vitest'
import { validateConfig } from '../../../src/schema'

const problemsOf = (question: object) =>
  validateConfig({
    version: 1,
    surveys: [{ id: 'nps', questions: [{ id: 'score', type: 'nps', title: 'Why?', ...question }] }],
  }).problems.map(({ message }) => message)

describe('the way on from a question', () => {
  it('names a question of the survey or its end', () => {
    expect(problemsOf({ goto: 'score' })).toEqual([])
    expect(problemsOf({ goto: [{ if: { answer: 'score', gt: 8 }, to: 'end' }, { to: 'score' }] })).toEqual([])
    expect(problemsOf({ goto: [{ to: 'sore' }] })).toEqual([
      'surveys[0].questions[0].goto[0].to: found "sore", expected the id of a step or question of this guide',
    ])
  })

  it('is not confused with a text in Tongan, whose language is "to"', () => {
    expect(problemsOf({ title: { en: 'Why?', to: 'Ko e hā hono ʻuhinga?' } })).toEqual([])
  })
})
