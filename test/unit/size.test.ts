import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'

// Budgets in KB of 1,000 bytes after gzip -9, each file on its own, as it crosses the network.
const firstScriptKb = 10
const firstGuideKb = 18
const everythingKb = 45
// Where a budget is not met yet, what is there may not grow by accident: a figure here goes up only with a feature or for a fault that is mended.
const reachedKb = { tour: 37.7, checklist: 26.3, survey: 30.5, announcement: 38.1, everything: 74 }

const folder = 'dist/browser'
const read = (file: string) => readFileSync(join(folder, file))
const kilobytes = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000

const chunks: Record<string, string[]> = JSON.parse(read('chunks.json').toString())
const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
)
const isLanguage = (file: string) => file.startsWith('chunks/locales/')
/** Chunks for authors: no user of a product ever loads them. */
const isForAuthors = (name: string) => ['explain', 'debug'].includes(name)
const forUsers = Object.entries(chunks).filter(([name]) => !isForAuthors(name))
const loadable = ['handrail.js', ...new Set(forUsers.flatMap(([, files]) => files))].filter(
  (file) => !isLanguage(file),
)
const firstScript = read('handrail.js').toString()

const rows: string[] = []
function expectWithin(label: string, sizeKb: number, budgetKb: number, limitKb = budgetKb): void {
  rows.push(`${label.padEnd(42)} ${sizeKb.toFixed(2).padStart(6)} KB of ${budgetKb}`)
  expect(sizeKb).toBeGreaterThan(0)
  expect(sizeKb).toBeLessThanOrEqual(limitKb)
}
/** A budget that is not met yet: the size may not grow, and once it fits, the exception must go. */
function expectNearing(label: string, sizeKb: number, budgetKb: number, reached: number): void {
  expectWithin(`${label}, at most ${reached}`, sizeKb, budgetKb, reached)
  expect(sizeKb).toBeGreaterThan(budgetKb)
}
afterAll(() => void process.stdout.write(`${['', ...rows.map((row) => `  ${row}`), ''].join('\n')}\n`))

describe('gzip size', () => {
  it(`of the first script is at most ${firstScriptKb} KB`, () => {
    expectWithin('first script', kilobytes(['handrail.js']), firstScriptKb)
  })

  it.each(['tour', 'checklist', 'survey', 'announcement'] as const)(
    `of a first %s, added, nears ${firstGuideKb} KB`,
    (kind) => {
      const added = new Set(['targeting', kind].flatMap((name) => chunks[name] ?? []))
      expect(chunks).toHaveProperty(kind)
      expectNearing(`first ${kind}, added`, kilobytes([...added]), firstGuideKb, reachedKb[kind])
    },
  )

  it(`of everything but languages and what is for authors nears ${everythingKb} KB`, () => {
    expectNearing(
      'everything for users, languages apart',
      kilobytes(loadable),
      everythingKb,
      reachedKb.everything,
    )
  })
})

// Private names of the libraries, which survive minification: proof that a library is in a file.
const marks = { preact: '__k', zod: '_zod' }

it('no file for browsers holds zod', () => {
  expect(scripts.filter((file) => read(file).includes(marks.zod))).toEqual([])
})

describe('the first script', () => {
  it('is free of Preact, which is in a chunk', () => {
    const holders = scripts.filter((file) => read(file).includes(marks.preact))
    expect(holders).not.toEqual([])
    expect(holders).not.toContain('handrail.js')
  })

  it('is classic: one expression, without static import or export', () => {
    expect(firstScript).toMatch(/^!function|^\(\(|^\(function/)
    expect(firstScript).not.toMatch(/(^|[;}])(import[{"' ]|export[{ ])/)
  })

  it('names every chunk that it loads by an absolute address', () => {
    const named = firstScript.match(/chunks\/[\w/.-]+\.js/g) ?? []
    expect(named).not.toEqual([])
    expect(named.filter((file) => !scripts.includes(file))).toEqual([])
    expect(firstScript).not.toMatch(/import\(["']/)
  })
})

it('compiles no text into code, reads no Node globals and keeps descriptions out of every file', () => {
  const banned = /\beval\(|new Function\b|process\.env|\bFunction\("/
  expect(scripts.filter((file) => banned.test(read(file).toString()))).toEqual([])
  const sentence = 'Shown in this language when the text lacks that of the user'
  expect(scripts.filter((file) => read(file).includes(sentence))).toEqual([])
})
