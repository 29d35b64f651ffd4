import { createHash } from 'node:crypto'
import { canonicalJson } from '../health/canonical'
import type { Model } from '../health/model'

/** SHA-256 of the canonical document, in hex: which model made a stored score. */
export function modelHash(model: Model): string {
  return createHash('sha256').update(canonicalJson(model)).digest('hex')
}
