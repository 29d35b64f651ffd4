import { gte, lte } from './checks'
import { createIssue, createSchema, type Issue, isSound, type Schema } from './schema'

type Shape = Record<string, Schema>
type Json = Record<string, unknown>
interface ObjectSchema extends Schema {
  shape: Shape
}
interface Message {
  error: string
}

const ofType = <Value>(
  expected: string,
  is: (value: unknown) => value is Value,
  inspect: (value: Value) => Issue[] = () => [],
): Schema =>
  createSchema((value) => (is(value) ? inspect(value) : [createIssue('invalid_type', value, { expected })]))
const within = (key: PropertyKey, issues: Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }))
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const string = (): Schema => ofType('string', (value) => typeof value === 'string')
export const boolean = (): Schema => ofType('boolean', (value) => typeof value === 'boolean')
export const number = (): Schema => ofType('number', (value): value is number => Number.isFinite(value))
export const unknown = (): Schema => createSchema(() => [])
const nothing = (): Schema => ofType('null', (value) => value === null)

export const int = (): Schema =>
  number().check(
    (value, sound) =>
      sound && !Number.isInteger(value) && createIssue('invalid_type', value, { expected: 'int' }),
    gte(Number.MIN_SAFE_INTEGER),
    lte(Number.MAX_SAFE_INTEGER),
  )

const oneOf = (values: readonly unknown[]): Schema =>
  createSchema((value) => (values.includes(value) ? [] : [createIssue('invalid_value', value, { values })]))
export const literal = (value: unknown): Schema => oneOf([value])
// Names that a declaration may not have.
export { nothing as null, oneOf as enum }

export const optional = (schema: Schema): Schema =>
  createSchema((value) => (value === undefined ? [] : schema.run(value)))
export const lazy = (get: () => Schema): Schema => createSchema((value) => get().run(value))

export const array = (element: Schema): Schema =>
  ofType('array', Array.isArray, (list) => list.flatMap((entry, i) => within(i, element.run(entry))))

export const record = (keys: Schema, values: Schema): Schema =>
  ofType('record', isObject, (value) =>
    Object.entries(value).flatMap(([key, entry]) => {
      const issues = keys.run(key)
      return within(key, issues.length ? [createIssue('invalid_key', key, { issues })] : values.run(entry))
    }),
  )

export const strictObject = (shape: Shape): ObjectSchema => ({
  ...ofType('object', isObject, (value) => {
    const issues = Object.entries(shape).flatMap(([key, schema]) => within(key, schema.run(value[key])))
    const keys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key))
    return keys.length
      ? [...issues, createIssue('unrecognized_keys', value, { keys, continue: true })]
      : issues
  }),
  shape,
})

export const union = (options: Schema[], { error: message }: Message): Schema =>
  createSchema((value) => {
    const errors: Issue[][] = []
    for (const option of options) {
      const issues = option.run(value)
      if (issues.length === 0) return issues
      errors.push(issues)
    }
    const [meant, another] = errors.filter(isSound)
    return meant && !another ? meant : [createIssue('invalid_union', value, { errors, message })]
  })

export const discriminatedUnion = (
  key: string,
  options: ObjectSchema[],
  { error: message }: Message,
): Schema =>
  ofType('object', isObject, (value) => {
    const meant = options.find(({ shape }) => shape[key]?.run(value[key]).length === 0)
    return meant?.run(value) ?? [createIssue('invalid_union', value, { errors: [], message }, [key])]
  })
