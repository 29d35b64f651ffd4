import { type ValidateOptions, type Validation, validateParts } from '../validation'
import { table } from './table'
import { createWalk } from './walk'

export { summarize } from '../problem'

const shapes = new Map(Object.entries({ ...table.keys, ...table.lists }))
const walk = createWalk(table.shapes)

/** `validateConfig()` of `handrail/schema` for pages: without zod, it finds the same and says the same. */
export const validateConfig = (json: unknown, options?: ValidateOptions): Validation =>
  validateParts(
    {
      keys: Object.keys(table.keys),
      lists: Object.keys(table.lists),
      issuesIn(key, value) {
        const shape = shapes.get(key)
        // A key without a value is as good as none; an entry of a list is not.
        const isNone = value === undefined && !(key in table.lists)
        return shape === undefined || isNone ? [] : walk(shape, value)
      },
    },
    json,
    options,
  )
