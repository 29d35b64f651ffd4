import fc from 'fast-check'
import * as z from 'zod/mini'

type Path = readonly (string | number)[]

/** One thing to spoil in a config: `value` is put at `path`; `undefined` removes the key. */
interface Fault {
  path: Path
  value: unknown
  /** The nearest value around that may be of several forms: when it is of none, a problem points there. */
  around: Path
  /** All that may stand there, if anything: of a union all options. */
  allowed?: z.core.$ZodType
}

/** Where in a config, and what stands there. The schema there may be one option of what is allowed. */
type Place = Required<Fault>

/** A value of a schema with one fault, and that fault. */
export const spoilt = (schema: z.core.$ZodType, values: fc.Arbitrary<unknown>) =>
  fc.tuple(values, fc.nat()).map(([value, n]) => {
    const candidates = candidatesAt(schema, { path: [], around: [], value, allowed: schema })
    const start = n % candidates.length
    const fault = [...candidates.slice(start), ...candidates].find(isFault) as Fault // the first is one: null
    return { config: spoil(value, fault), fault }
  })

const isFault = ({ allowed, value }: Fault): boolean => !(allowed && z.safeParse(allowed, value).success)

/** Faults that can be put into a value of a schema: wrong types, keys that lack, unknown keys. Some may be right. */
function candidatesAt(type: z.core.$ZodType, place: Place): Fault[] {
  const { def } = (type as z.core.$ZodTypes)._zod // every type of zod is one of these
  switch (def.type) {
    case 'optional':
      return candidatesAt(def.innerType, place)
    case 'lazy':
      return candidatesAt(def.getter(), place)
    case 'union':
      return def.options
        .filter((one) => z.safeParse(one, place.value).success)
        .flatMap((one) => candidatesAt(one, { ...place, around: place.path }))
    case 'array':
      return [...otherTypes(place), ...below(place, () => def.element)]
    case 'record':
      return [...otherTypes(place), ...below(place, () => def.valueType)]
    case 'object':
      return [
        ...otherTypes(place),
        ...below(place, (key) => def.shape[key]),
        ...requiredOf(def.shape).map((key) => at(place, key, undefined)),
        at(place, 'no such key', 1),
      ]
    default:
      return otherTypes(place)
  }
}

const otherTypes = ({ path, around, allowed }: Place): Fault[] =>
  [null, true, 0.5, '\n', [], {}, [{ no: 1 }], { no: 1 }].map((value) => ({ path, around, value, allowed }))
const at = ({ path, around }: Place, key: string | number, value: unknown) => ({
  path: [...path, key],
  around,
  value,
})
const requiredOf = (shape: z.core.$ZodShape): string[] =>
  Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined)

function below(place: Place, schemaOf: (key: string) => z.core.$ZodType | undefined): Fault[] {
  return Object.entries(Object(place.value)).flatMap(([key, value]) => {
    const allowed = schemaOf(key)
    const step = Array.isArray(place.value) ? Number(key) : key
    return allowed ? candidatesAt(allowed, { ...at(place, step, value), allowed }) : []
  })
}

/** A copy of a value with that one fault. */
export function spoil(config: unknown, { path, value }: Pick<Fault, 'path' | 'value'>): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const inner = spoil(Object(config)[key], { path: rest, value })
  if (Array.isArray(config)) return config.with(Number(key), inner)
  const { [key]: _removed, ...others } = Object(config)
  return inner === undefined ? others : { ...others, [key]: inner }
}
