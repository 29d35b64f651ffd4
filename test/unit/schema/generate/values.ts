import fc from 'fast-check'
import * as z from 'zod/mini'
import { boundsOf, scalarsOf } from './scalars'

type Schema = z.core.$ZodTypes
type Values = fc.Arbitrary<unknown>

/** Values that a schema accepts, made from the schema itself; conditions nest at most `depth` deep. */
export function valuesOf(type: z.core.$ZodType, depth = 2): Values {
  const schema = type as Schema // every type of zod is one of these
  const values = formsOf(schema, depth)
  const isRefined = schema._zod.def.checks?.some(({ _zod: { def } }) => def.check === 'custom')
  return isRefined ? values.filter((value) => z.safeParse(schema, value).success) : values
}

function formsOf(schema: Schema, depth: number): Values {
  const { def } = schema._zod
  switch (def.type) {
    case 'array': {
      const { min: minLength = 0 } = boundsOf(schema)
      return fc.array(valuesOf(def.element, depth), { minLength, maxLength: minLength + 2 })
    }
    case 'object':
      return objectsOf(def.shape, depth)
    case 'record':
      return fc.dictionary(stringsOf(def.keyType), valuesOf(def.valueType, depth), {
        maxKeys: 2,
        noNullPrototype: true,
      })
    case 'union':
      return fc.oneof(
        ...def.options.filter((one) => depth > 0 || !isNested(one)).map((one) => valuesOf(one, depth)),
      )
    case 'optional':
      return valuesOf(def.innerType, depth)
    case 'lazy':
      return nestedOf(def.getter, depth)
    default:
      return scalarsOf(schema)
  }
}

const stringsOf = (type: z.core.$ZodType): fc.Arbitrary<string> =>
  valuesOf(type)
    .map(String)
    .filter((key) => key !== '__proto__')

function objectsOf(shape: z.core.$ZodShape, depth: number): Values {
  const fields: Record<string, Values> = Object.fromEntries(
    Object.entries(shape).map(([key, one]) => [key, valuesOf(one, depth)]),
  )
  const requiredKeys = Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined)
  return fc.record(fields, { requiredKeys, noNullPrototype: true })
}

/** Whether it holds another value of its own kind: `{ all: [condition] }`. */
function isNested(type: z.core.$ZodType): boolean {
  const { def } = (type as Schema)._zod
  if (def.type === 'object') return Object.values(def.shape).some(isNested)
  return def.type === 'array' ? isNested(def.element) : def.type === 'lazy'
}

const nested = new Map<unknown, Map<number, Values>>()
/** Made once for each depth: conditions stand in many places. */
function nestedOf(getter: () => z.core.$ZodType, depth: number): Values {
  const byDepth = nested.get(getter) ?? new Map<number, Values>()
  nested.set(getter, byDepth)
  const values = byDepth.get(depth) ?? valuesOf(getter(), depth - 1)
  byDepth.set(depth, values)
  return values
}
