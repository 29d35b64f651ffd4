import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateModule } from '../../build/evaluate.mjs'
import { createNames, minify } from '../../build/minify.mjs'
import { compactStyles } from '../../build/texts.mjs'
import { table } from '../../src/schema/compact/table'

const es = { format: 'es' }
const minified = async (names: ReturnType<typeof createNames>, source: string) =>
  String((await minify(names).renderChunk(source, {}, es)).code)

describe('private names', () => {
  const first = 'export const open = (host) => host._secretState'
  const second = 'export class Host { _secretState = globalThis.state; _other = this._secretState }'

  it('are shortened, to the same name in every file of one build', async () => {
    const names = createNames()
    const [reader, writer] = [await minified(names, first), await minified(names, second)]
    const shortened = /\.(\w+);?}?;?(?:export|$)/.exec(reader)?.[1] ?? ''
    expect(reader + writer).not.toContain('_secretState')
    expect(shortened).toMatch(/^\w{1,2}$/)
    expect(writer).toContain(`${shortened}=globalThis.state`)
  })

  it('of dependencies stay as they were published', async () => {
    const names = createNames()
    minify(names).transform('export const read = (schema) => schema._zod', '/app/node_modules/zod/index.js')
    expect(await minified(names, 'export const read = (schema) => schema._zod')).toContain('._zod')
  })
})

describe('texts of the sources', () => {
  const sheet = (text: string) => `const sheet = \`${text}\``
  const value = ['$', '{one}'].join('')

  it('lose their layout in style sheets, but no space that means something', () => {
    const source = sheet(`\n  .a :hover { color: red; margin: 0 }\n  ${value} ${value} .b { }`)
    expect(compactStyles().transform(source, '/app/src/ui/tour/styles.ts')?.code).toBe(
      sheet(` .a :hover{color:red;margin:0}${value} ${value} .b{}`),
    )
  })

  it('are left alone elsewhere', () => {
    expect(compactStyles().transform(sheet(' a { b } '), '/app/src/core/text.ts')).toBeNull()
  })
})

describe('a module that is evaluated', () => {
  const file = resolve('src/schema/compact/table.ts')

  it('becomes what its exports come to', async () => {
    const code = await evaluateModule(file).load(file)
    expect(code).toBe(`export const table = ${JSON.stringify(table)}\n`)
  })

  it('is that one only', async () => {
    expect(await evaluateModule(file).load(resolve('src/schema/config.ts'))).toBeNull()
  })
})
