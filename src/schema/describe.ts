import * as z from 'zod/mini'

/**
 * Attaches the sentence an editor shows on hover. Browser builds replace this module by the identity, so that
 * the sentences cost the host page no bytes.
 */
export function d<Schema extends z.ZodMiniType>(schema: Schema, sentence: string): Schema {
  return schema.check(z.describe(sentence)) as Schema // `check` clones: its declared type loses the subclass
}
