import type { Ref, Shape, Table } from './shape'

/** The same table with every shape that stands in one place only put there. */
export function inlineSingles({ keys, lists, shapes }: Table): Table {
  const uses = new Map<Ref, number>()
  const count = (ref: Ref): Ref => {
    uses.set(ref, (uses.get(ref) ?? 0) + 1)
    return ref
  }
  for (const shape of [{ object: keys }, { object: lists }, ...shapes]) mapRefs(shape, count)
  const shared = [...shapes.keys()].filter((number) => Number(uses.get(number)) > 1)
  const place = (ref: Ref): Ref => {
    if (typeof ref !== 'number') return ref
    const number = shared.indexOf(ref)
    return number < 0 ? mapRefs(shapes[ref] as Shape, place) : number // numbered by `shapes`
  }
  return {
    keys: mapValues(keys, place),
    lists: mapValues(lists, place),
    shapes: shared.map((number) => mapRefs(shapes[number] as Shape, place)), // as above
  }
}

function mapRefs(shape: Shape, map: (ref: Ref) => Ref): Shape {
  if ('array' in shape) return { ...shape, array: map(shape.array) }
  if ('object' in shape) return { ...shape, object: mapValues(shape.object, map) }
  if ('record' in shape) return { ...shape, record: map(shape.record), key: map(shape.key) }
  if ('union' in shape) return { ...shape, union: shape.union.map(map) }
  return 'tag' in shape ? { ...shape, forms: mapValues(shape.forms, map) } : shape
}

const mapValues = (refs: Record<string, Ref>, map: (ref: Ref) => Ref): Record<string, Ref> =>
  Object.fromEntries(Object.entries(refs).map(([key, ref]) => [key, map(ref)]))
