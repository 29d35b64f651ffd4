import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/schema/nearest'

const words = ['title', 'target', 'as', 'afterSeconds']

describe('the nearest word', () => {
  it.each([
    ['titel', 'title'],
    ['tilte', 'title'],
    ['tile', 'title'],
    ['titlee', 'title'],
    ['tatel', undefined],
    ['TARGET', 'target'],
    ['afterseconds', 'afterSeconds'],
    ['AS', 'as'],
    ['is', undefined],
    ['', undefined],
    [7, undefined],
  ])('to %j is %j', (word, meant) => {
    expect(nearest(word, words)).toBe(meant)
  })

  it('is the same word, before any that is only near', () => {
    expect(nearest('Tours', ['tour', 'tours'])).toBe('tours')
    expect(nearest('tour', ['tours', 'tour'])).toBe('tour')
  })

  it('is found whichever letter is dropped, doubled or swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z-]{3,12}$/), fc.nat(), (word, n) => {
        const i = n % word.length
        const [before, letter, next] = [word.slice(0, i), word.charAt(i), word.charAt(i + 1)]
        for (const slip of [
          before + word.slice(i + 1),
          before + letter + word.slice(i),
          before + next + letter + word.slice(i + 2),
          `${before}_${word.slice(i + 1)}`,
        ])
          expect(nearest(slip, [word])).toBe(word)
      }),
    )
  })
})
