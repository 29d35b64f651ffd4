import fc from 'fast-check'
import { spoil } from './faults'

type Path = readonly (string | number)[]

/** What a schema may trip over, beside any JSON. */
const values = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    1e21,
    '',
    'x',
    '/',
    'nps',
    '#a',
    '(a+)+',
    '🙂'.repeat(150),
  ),
  fc.constantFrom([], {}, [[]], [null], { length: 0 }, { length: 'x' }, { constructor: 1 }, { en: 1 }),
  fc.constant(JSON.parse('{"__proto__": {"title": 1}}')),
  fc.jsonValue({ maxDepth: 2 }),
)
const keys = fc.constantFrom('id', 'is', 'type', 'title', 'titel', 'length', 'toString', '__proto__')

/** Changes that know nothing of the schema: any value put anywhere, taken from elsewhere, or under another key. */
const change = fc.record({ from: fc.nat(), to: fc.nat(), key: fc.option(keys), value: fc.option(values) })

/** Values with several such changes. */
export const changed = (configs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(configs, fc.array(change, { minLength: 1, maxLength: 4 })).map(([config, changes]) =>
    changes.reduce((before: unknown, { from, to, key, value }) => {
      const places = placesIn(before, [])
      const [source, target] = [places[from % places.length], places[to % places.length]]
      const isKeyless = key === null || Array.isArray(target?.value)
      const path = [...(target?.path ?? []), ...(isKeyless ? [] : [key])]
      return spoil(before, { path, value: value === null ? source?.value : value })
    }, config),
  )

/** Every value in a value, with its path; not the whole of it. */
function placesIn(value: unknown, path: Path): { path: Path; value: unknown }[] {
  return Object.entries(Object(value)).flatMap(([key, entry]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    return typeof value === 'string' ? [] : [{ path: at, value: entry }, ...placesIn(entry, at)]
  })
}
