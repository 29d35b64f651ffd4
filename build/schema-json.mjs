import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import * as z from 'zod/mini'

/** The JSON Schema (draft 2020-12) of a config as authors write it, from its zod schema. */
export function toJsonSchema(configSchema) {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' })
  return { $schema, $id: 'https://unpkg.com/handrail/schema.json', title: 'Handrail config', ...rest }
}

/** Writes `dist/schema.json` from the modules beside it. */
export async function writeSchemaJson() {
  const { configSchema } = await import(pathToFileURL('dist/schema/index.js').href)
  writeFileSync('dist/schema.json', `${JSON.stringify(toJsonSchema(configSchema), null, 2)}\n`)
}
