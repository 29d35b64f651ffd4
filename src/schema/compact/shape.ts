import type { RuleName } from '../rules'

/** The schema of a config as plain data, for pages: they walk it (`walk.ts`) and need no zod. */
export interface Table {
  /** The shape of each key of the document that is no list. */
  keys: Record<string, Ref>
  /** The shape of an entry of each list of the document. */
  lists: Record<string, Ref>
  /** What stands in several places, or in itself. */
  shapes: Shape[]
}

export type Kind = 'string' | 'number' | 'boolean' | 'null' | 'unknown'

/** A shape, or its number among `shapes`. */
export type Ref = Shape | number
export type Shape = Form & Checks

export type Form =
  | { type: Kind }
  | { literal: unknown[] }
  | { array: Ref }
  /** By key; one that ends in `?` may be missing. */
  | { object: Record<string, Ref> }
  | { record: Ref; key: Ref }
  | Union
  | TaggedUnion

/** Any of several forms; how they are called together. */
export interface Union {
  union: Ref[]
  expected: string
}
/** One of several forms, by the word under one key. */
export interface TaggedUnion {
  tag: string
  forms: Record<string, Ref>
  expected: string
}

/** They are tried in this order. */
export interface Checks {
  rules?: RuleName[]
  /** Source of a regular expression with the flag `u`; how what matches is called. */
  pattern?: [source: string, expected: string]
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
}
