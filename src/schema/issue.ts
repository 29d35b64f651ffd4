/** One thing that is wrong with a value, as zod tells it: what is needed of it to find the words. */
export type Issue = { path: PropertyKey[] } & (
  | { code: 'invalid_type'; expected: string }
  | { code: 'invalid_value'; values: readonly unknown[] }
  | { code: 'too_small'; minimum: number | bigint; origin: string }
  | { code: 'too_big'; maximum: number | bigint; origin: string }
  | { code: 'invalid_key'; issues: Issue[]; message: string }
  | UnknownKeys
  | InvalidUnion
  | { code: 'custom' | 'invalid_format' | 'invalid_element' | 'not_multiple_of'; message: string }
)

export interface UnknownKeys {
  code: 'unrecognized_keys'
  keys: string[]
  /** All keys that are known. */
  message: string
}

/** The value is of none of the forms it may have. */
export interface InvalidUnion {
  code: 'invalid_union'
  /** The issues of each form. */
  errors: Issue[][]
  /** The words by which forms are told apart, if they are. */
  options?: readonly unknown[]
  message: string
}
