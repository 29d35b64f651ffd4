import type { Context } from './context'
import { own } from './paths'

/**
 * Every object in a part of a config, itself and what its segments stand for included. What `where` says of properties is
 * passed over: that was answered when the event happened, under a key of its own.
 */
export function objectsIn(
  part: unknown,
  segments: Context['segments'] = {},
  found = new Set<object>(),
): Set<object> {
  if (typeof part !== 'object' || part === null || found.has(part)) return found
  found.add(part)
  for (const [key, value] of Object.entries(part))
    if (key !== 'where') objectsIn(key === 'segment' ? own(segments, value) : value, segments, found)
  return found
}
