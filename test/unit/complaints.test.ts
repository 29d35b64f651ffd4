import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const FOLDER = 'test/browser'
const table = readFileSync('docs/complaints.md', 'utf8')
const rows = [...table.matchAll(/^\|.*\| `([^`]+)` \| (.+) \|$/gm)].map(([, file = '', title = '']) => ({
  file,
  title,
}))
const sourceOf = (file: string) => {
  const path = `${FOLDER}/${file}.test.ts`
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

describe('the table of complaints', () => {
  it.each(rows)('$file has "$title"', ({ file, title }) => {
    expect(sourceOf(file).includes(`'${title}'`)).toBe(true)
  })

  it('names every file of complaints', () => {
    const files = readdirSync(`${FOLDER}/complaints`).filter((name) => name.endsWith('.test.ts'))
    const named = new Set(rows.map(({ file }) => `${file}.test.ts`))
    expect(files.filter((name) => !named.has(`complaints/${name}`))).toEqual([])
  })
})
