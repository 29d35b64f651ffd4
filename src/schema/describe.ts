import * as z from 'zod/mini'

/*
 * What only editors read. Browser builds replace each function here by one that gives back its schema, so that
 * the host page does not pay for it: `build/texts.mjs`.
 */

/** Attaches the sentence an editor shows on hover. */
export function d<Schema extends z.ZodMiniType>(schema: Schema, sentence: string): Schema {
  return schema.check(z.describe(sentence)) as Schema // `check` clones: its declared type loses the subclass
}

/** Tells editors that a number is a whole one. */
export function integer<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  return schema.check(z.meta({ type: 'integer' })) as Schema // as above
}
