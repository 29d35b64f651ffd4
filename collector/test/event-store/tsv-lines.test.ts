import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTsvLines } from '../../src/event-store/tsv-lines'

const rows = fc.array(
  fc.tuple(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.oneof(
      fc.constantFrom('a'.repeat(100), `${'\t'.repeat(70)}é`),
      fc.string({ minLength: 64, maxLength: 100 }),
    ),
    fc.double({ noNaN: true }),
  ),
  { maxLength: 20 },
)

const read = (field: string): string =>
  field.replace(/\\(.)/g, (_all, letter: string) =>
    letter === '\\' ? '\\' : ({ t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' }[letter] ?? '?'),
  )

describe('lines of TabSeparated', () => {
  it('hold what rows hold, whatever stands in it and however often it stands there', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const lines = createTsvLines(16)
        const lengths = written.map(([a, b, c]) => lines.add({ a, b, c }))
        const text = new TextDecoder().decode(lines.bytes())
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(lines.bytes().length)
        const found = text.split('\n').slice(0, -1)
        expect(found.map((line) => line.split('\t').map(read))).toEqual(
          written.map(([a, b, c]) => [a, b, String(c)]),
        )
      }),
    )
  })

  it('name a figure that is none as ClickHouse does', () => {
    const lines = createTsvLines(16)
    lines.add({ score: Number.NaN, count: 0 })
    expect(new TextDecoder().decode(lines.bytes())).toBe('nan\t0\n')
  })
})
