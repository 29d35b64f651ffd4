import type * as z from 'zod/mini'
import { checksOf, wordsOf } from './checks-from-zod'
import { inlineSingles } from './inline'
import type { Form, Ref, Shape, Table } from './shape'

type Schema = z.core.$ZodType
type RefOf = (schema: Schema) => Ref

/** What schemas of zod ask for, as a table. Throws where one asks for what has no place there. */
export function fromZod(keys: Record<string, Schema>, lists: Record<string, Schema>): Table {
  const shapes: Shape[] = []
  const numbers = new Map<unknown, number>()
  /** The number of what is the same; its shape is made when it has one, because it may hold itself. */
  const numberOf = (identity: unknown, shape: () => Shape): number => {
    const known = numbers.get(identity)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(identity, number)
    shapes[number] = shape()
    return number
  }
  const refOf: RefOf = (schema) => {
    const def = defOf(schema)
    if (def.type === 'lazy') return numberOf(def.getter(), () => shapeOf(def.getter(), refOf))
    const shape = shapeOf(schema, refOf)
    return numberOf(JSON.stringify(shape), () => shape)
  }
  const refsOf = (schemas: Record<string, Schema>) =>
    Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, refOf(present(schema))]))
  return inlineSingles({ keys: refsOf(keys), lists: refsOf(lists), shapes })
}

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def // every type of zod is one of these

/** The schema of a key that is there. */
function present(schema: Schema): Schema {
  const def = defOf(schema)
  return def.type === 'optional' ? def.innerType : schema
}

const shapeOf = (schema: Schema, refOf: RefOf): Shape => ({
  ...formOf(schema, refOf),
  ...checksOf(defOf(schema)),
})

function formOf(schema: Schema, refOf: RefOf): Form {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
      return { type: def.type }
    case 'literal':
      return { literal: def.values }
    case 'array':
      return { array: refOf(def.element) }
    case 'object':
      if (defOf(def.catchall ?? schema).type !== 'never') throw new Error('an object has to be a strict one')
      return { object: fieldsOf(def.shape, refOf) }
    case 'record':
      return { record: refOf(def.valueType), key: refOf(def.keyType) }
    case 'union':
      return { ...formsOf(def, refOf), expected: wordsOf(def) }
    default:
      throw new Error(`a table has no place for ${def.type}`)
  }
}

const fieldsOf = (shape: z.core.$ZodShape, refOf: RefOf): Record<string, Ref> =>
  Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => {
      const inner = present(schema)
      return [inner === schema ? key : `${key}?`, refOf(inner)]
    }),
  )

type UnionDef = z.core.$ZodUnionDef | z.core.$ZodDiscriminatedUnionDef

function formsOf(
  def: UnionDef,
  refOf: RefOf,
): { union: Ref[] } | { tag: string; forms: Record<string, Ref> } {
  if (!('discriminator' in def)) return { union: def.options.map(refOf) }
  const byWord = def.options.flatMap((option) => {
    const ref = refOf(option)
    return [...(option._zod.propValues?.[def.discriminator] ?? [])].map((word) => [word, ref])
  })
  return { tag: def.discriminator, forms: Object.fromEntries(byWord) }
}
