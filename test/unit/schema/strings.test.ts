import { describe, expect, it } from 'vitest'
import { validateConfig } from './both'

const problemsOf = (message: unknown) =>
  validateConfig({ version: 1, strings: { fa: { tasksLeft: message } } }).problems.map(
    ({ message }) => message,
  )

describe('interface strings of a config', () => {
  it('are texts, or texts by plural form', () => {
    expect(problemsOf('{n}')).toEqual([])
    expect(problemsOf({ one: '{n} task', few: '{n}', other: '{n} tasks' })).toEqual([])
  })

  it.each([
    [{ one: '{n} task' }, 'strings.fa.tasksLeft.other: found nothing, expected a text'],
    [4, 'strings.fa.tasksLeft: found 4, expected a text or {one, other}, its plural forms'],
    [{ other: 'a', some: 'b' }, 'found the unknown key "some"'],
  ])('of another shape are told to the author: %j', (message, told) => {
    expect(problemsOf(message).join()).toContain(told)
  })
})
