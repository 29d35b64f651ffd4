import { expect, it } from 'vitest'
import { validateConfig } from './both'

it('points at the same place each time a config breaks a rule', () => {
  const pathsOf = (step: object) =>
    validateConfig({
      version: 1,
      tours: [{ id: 'welcome', steps: [{ id: 'hello', ...step }] }],
    }).problems.map(({ at }) => at)
  const tooltip = () => pathsOf({ as: 'tooltip', title: 'Hello' })
  const inNoLanguage = () => pathsOf({ title: {} })
  expect([tooltip(), tooltip()]).toEqual([['tours[0].steps[0].target'], ['tours[0].steps[0].target']])
  expect([inNoLanguage(), inNoLanguage()]).toEqual([['tours[0].steps[0].title'], ['tours[0].steps[0].title']])
})
