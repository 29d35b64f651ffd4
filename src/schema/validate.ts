import type * as z from 'zod/mini'
import { keySchemas, listSchemas } from './config'
import type { Issue } from './issue'
import { type ValidateOptions, type Validation, validateParts } from './validation'

const schemas: Record<string, z.ZodMiniType> = { ...keySchemas, ...listSchemas }

/**
 * Checks a config. Never throws: whatever is wrong comes back as problems, and every guide that is right by itself is kept.
 * Pages have a smaller one that finds the same: `compact/validate.ts`.
 */
export const validateConfig = (json: unknown, options?: ValidateOptions): Validation =>
  validateParts({ keys: Object.keys(keySchemas), lists: Object.keys(listSchemas), issuesIn }, json, options)

const issuesIn = (key: string, value: unknown): readonly Issue[] =>
  schemas[key]?.safeParse(value, { error: knownKeys }).error?.issues ?? []

/** The message of `unrecognized_keys`: all keys that the object may have. */
export const knownKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' && inst ? Object.keys(Object(inst._zod.def).shape).join(', ') : undefined
