import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configPage } from '../../build/config-reference.mjs'
import { toJsonSchema } from '../../build/schema-json.mjs'
import { sdkPage } from '../../build/sdk-reference.mjs'
import { configSchema } from '../../src/schema'
import { table } from '../../src/schema/compact/table'

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Paths of the keys of every object schema that lack a description. */
function undescribed(schema: unknown, path = ''): string[] {
  if (!isObject(schema)) return []
  const keys =
    schema.type === 'object' && isObject(schema.properties) ? Object.entries(schema.properties) : []
  const missing = keys.filter(([, one]) => isObject(one) && !one.description).map(([key]) => `${path}.${key}`)
  const below = Object.entries(schema).flatMap(([key, one]) => {
    const isList = key === 'properties' || key === 'anyOf' || key === 'oneOf' || key === '$defs'
    return isList && isObject(one)
      ? Object.entries(one).flatMap(([name, each]) => undescribed(each, `${path}.${name}`))
      : undescribed(one, `${path}.${key}`)
  })
  return [...missing, ...below]
}

describe('schema.json', () => {
  const current = JSON.parse(JSON.stringify(toJsonSchema(configSchema)))
  const published = JSON.parse(readFileSync('dist/schema.json', 'utf8'))

  it('is made from the schema of this source', () => {
    expect(published).toEqual(current)
  })

  it('says who it is and in which dialect', () => {
    expect(published.$id).toBe('https://unpkg.com/handrail/schema.json')
    expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('describes every key', () => {
    expect(Object.keys(published.properties)).toContain('tours')
    expect(undescribed(published)).toEqual([])
  })
})

describe('the documentation, which `node scripts/docs.mjs` writes', () => {
  it('holds every key of the config', () => {
    const schema = JSON.parse(JSON.stringify(toJsonSchema(configSchema)))
    expect(readFileSync('docs/config.md', 'utf8')).toBe(configPage(schema))
  })

  it('holds every option, method and event of the SDK, and says what each of them is', () => {
    expect(readFileSync('docs/sdk.md', 'utf8')).toBe(sdkPage())
  })
})

it('gives pages the table that is made from the schema of this source', async () => {
  const published = await import('../../dist/schema/compact/table.js')
  expect(published.table).toEqual(table)
})

it('publishes the SRI hash of the first script', () => {
  const script = readFileSync('dist/browser/handrail.js')
  const hash = createHash('sha384').update(script).digest('base64')
  const published = JSON.parse(readFileSync('dist/browser/integrity.json', 'utf8'))
  expect(published).toEqual({ 'handrail.js': `sha384-${hash}` })
})
