import { badParameter } from './problem'

/** Where a page ended, as text that callers hand back unread. */
export function toCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** @throws ApiProblem when it is not one of ours. */
export function fromCursor(cursor: string): (string | number | null)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(position) && position.every(isPlain)) return position
  } catch {
    // Falls through to the same answer as any other text.
  }
  throw badParameter('cursor', cursor, 'the "next" of the page before')
}

const isPlain = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number'
