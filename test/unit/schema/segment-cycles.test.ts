import { describe, expect, it } from 'vitest'
import { validateConfig } from './both'

const problemsOf = (segments: Record<string, unknown>) =>
  validateConfig({ version: 1, segments }).problems.map(({ code, at, found }) => ({ code, at, found }))

describe('a segment', () => {
  it('may refer to others, and two may refer to the same', () => {
    const admin = { trait: 'role', is: 'admin' }
    expect(
      problemsOf({
        admin,
        busy: { all: [{ segment: 'admin' }, { event: 'Made' }] },
        late: { any: [{ segment: 'admin' }, { segment: 'busy' }] },
      }),
    ).toEqual([])
  })

  it('may not refer to itself', () => {
    expect(problemsOf({ loop: { any: [{ trait: 'role', is: 'x' }, { segment: 'loop' }] } })).toEqual([
      { code: 'segment_cycle', at: 'segments.loop', found: '"loop → loop"' },
    ])
  })

  it('may not come back to itself through others; the way is told once, for each of them', () => {
    const problems = problemsOf({
      a: { not: { segment: 'b' } },
      b: { all: [{ segment: 'c' }] },
      c: { segment: 'a' },
      outside: { segment: 'a' },
    })
    expect(problems).toEqual([
      { code: 'segment_cycle', at: 'segments.a', found: '"a → b → c → a"' },
      { code: 'segment_cycle', at: 'segments.b', found: '"b → c → a → b"' },
      { code: 'segment_cycle', at: 'segments.c', found: '"c → a → b → c"' },
    ])
  })
})
