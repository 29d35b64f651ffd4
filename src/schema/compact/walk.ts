import { checkIssues, type Found, isOfKind } from './check'
import type { Kind, Ref, Shape, TaggedUnion, Union } from './shape'

type Json = Record<string, unknown>
type Walk = (ref: Ref, value: unknown) => Found[]

/** Finds in a value what zod finds with the schema that the shapes are made from. */
export function createWalk(shapes: readonly Shape[]): Walk {
  const walk: Walk = (ref, value) => {
    const shape = typeof ref === 'number' ? (shapes[ref] as Shape) : ref // a number is given to a shape that is there
    const issues = formIssues(shape, value, walk)
    return [...issues, ...checkIssues(shape, value, isOfKind(issues))]
  }
  return walk
}

function formIssues(shape: Shape, value: unknown, walk: Walk): Found[] {
  if ('type' in shape) return isOfType[shape.type](value) ? [] : wrongType(shape.type)
  if ('literal' in shape)
    return shape.literal.includes(value) ? [] : [{ code: 'invalid_value', values: shape.literal, path: [] }]
  if ('union' in shape) return unionIssues(shape, value, walk)
  if ('array' in shape)
    return Array.isArray(value)
      ? [...value].flatMap((entry, i) => under(i, walk(shape.array, entry)))
      : wrongType('array')
  if (!isObject(value)) return wrongType('object')
  if ('object' in shape) return objectIssues(shape.object, value, walk)
  if ('tag' in shape) return taggedIssues(shape, value, walk)
  return recordIssues(shape, value, walk)
}

const isOfType: Record<Kind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  unknown: () => true,
}
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrongType = (expected: string): Found[] => [{ code: 'invalid_type', expected, path: [] }]

const under = (key: PropertyKey, issues: Found[]): Found[] =>
  issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }))

function objectIssues(shape: Record<string, Ref>, value: Json, walk: Walk): Found[] {
  const fields = Object.entries(shape).map(([name, ref]) => {
    const key = name.replace('?', '')
    return { key, ref, isMissing: key !== name && value[key] === undefined }
  })
  const known = fields.map(({ key }) => key)
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  const issues = fields.flatMap(({ key, ref, isMissing }) =>
    isMissing ? [] : under(key, walk(ref, value[key])),
  )
  if (unknown.length > 0)
    issues.push({
      code: 'unrecognized_keys',
      keys: unknown,
      message: known.join(', '),
      path: [],
      continue: true,
    })
  return issues
}

const recordIssues = (
  { record, key: keyShape }: { record: Ref; key: Ref },
  value: Json,
  walk: Walk,
): Found[] =>
  Object.keys(value).flatMap((key) => {
    // Passed over, as zod does.
    if (key === '__proto__') return []
    const issues = walk(keyShape, key)
    return under(
      key,
      issues.length ? [{ code: 'invalid_key', issues, message: '', path: [] }] : walk(record, value[key]),
    )
  })

function unionIssues({ union, expected }: Union, value: unknown, walk: Walk): Found[] {
  const errors: Found[][] = []
  for (const form of union) {
    const issues = walk(form, value)
    if (issues.length === 0) return []
    errors.push(issues)
  }
  const [meant, ...others] = errors.filter(isOfKind)
  return meant && others.length === 0
    ? meant
    : [{ code: 'invalid_union', errors, message: expected, path: [] }]
}

function taggedIssues({ tag, forms, expected }: TaggedUnion, value: Json, walk: Walk): Found[] {
  const [, form] = Object.entries(forms).find(([word]) => word === value[tag]) ?? []
  if (form !== undefined) return walk(form, value)
  return [{ code: 'invalid_union', errors: [], options: Object.keys(forms), message: expected, path: [tag] }]
}
