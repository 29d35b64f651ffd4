import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/dashboard/client/format/csv'

/** RFC 4180, read independently of the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gy
  for (const [, cell = '', end] of text.replace(/^\uFEFF/, '').matchAll(pattern)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('toCsv', () => {
  it('leaves an unknown figure empty and numbers exact', () => {
    expect(toCsv(['a', 'b', 'c'], [[null, -1.5, 0]])).toBe('\uFEFFa,b,c\r\n,-1.5,0\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1'])('makes %j inert', (formula) => {
    expect(parseCsv(toCsv(['x'], [[formula]]))[1]).toEqual([`'${formula}`])
  })

  it('carries every text back, whatever it holds', () => {
    const cell = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const back = parseCsv(toCsv(['x', 'y'], rows)).slice(1)
        const bare = back.map((row) =>
          row.map((text, i) => (text === `'${rows[back.indexOf(row)]?.[i]}` ? text.slice(1) : text)),
        )
        expect(bare).toEqual(rows)
      }),
    )
  })

  it('never lets a text begin as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, [cell = ''] = []] = parseCsv(toCsv(['x'], [[text]]))
        expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
