import * as z from 'zod/mini'

// What only editors read: none of it is in the table of pages.

/** Attaches the sentence an editor shows on hover. */
export function d<Schema extends z.ZodMiniType>(schema: Schema, sentence: string): Schema {
  return schema.check(z.describe(sentence)) as Schema // `check` clones: its declared type loses the subclass
}

/** Tells editors that a number is a whole one. */
export function integer<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  return schema.check(z.meta({ type: 'integer' })) as Schema // as above
}
