import { expect } from 'vitest'
import { validateConfig as validateByTable } from '../../../src/schema/compact/validate'
import { validateConfig as validateByZod } from '../../../src/schema/validate'
import type { ValidateOptions, Validation } from '../../../src/schema/validation'

/** What zod finds in a config, after the table of pages has found exactly the same. */
export function validateConfig(json: unknown, options?: ValidateOptions): Validation {
  const validation = validateByZod(json, options)
  expect(validateByTable(json, options)).toEqual(validation)
  return validation
}
