import { describe, expect, it } from 'vitest'
import { validateConfig } from './both'

const fine = { id: 'fine', steps: [{ id: 'only', title: 'All is well' }] }

/** What validation keeps of the tours of a config, and where it finds problems. */
function outcome(tours: unknown[]) {
  const { config, problems } = validateConfig({ version: 1, tours })
  return { kept: config.tours?.map(({ id }) => id), problems: problems.map(({ code, at }) => ({ code, at })) }
}

describe('a guide that cannot be read', () => {
  it('is left out by itself when it is nested deeper than the stack', () => {
    let audience: object = { device: 'desktop' }
    for (let depth = 0; depth < 50_000; depth++) audience = { not: audience }
    expect(outcome([{ ...fine, id: 'deep', audience }, fine])).toEqual({
      kept: ['fine'],
      problems: [{ code: 'unreadable', at: 'tours[0]' }],
    })
  })

  it('is left out by itself when it holds itself', () => {
    const circle: Record<string, unknown> = { ...fine, id: 'circle' }
    circle.steps = [circle]
    expect(outcome([circle, fine])).toEqual({
      kept: ['fine'],
      problems: [{ code: 'unreadable', at: 'tours[0]' }],
    })
  })

  it('is shown in its problem as far as it can be', () => {
    expect(validateConfig({ version: 1, name: 5n }).problems.map(({ message }) => message)).toEqual([
      'name: found 5, expected a text',
    ])
    expect(validateConfig(5n).problems).toMatchObject([{ found: '5', expected: 'an object' }])
  })
})
