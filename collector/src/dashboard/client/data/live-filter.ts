import type { LiveEvent } from '../../../services'

/** True when every word of the text occurs in the event's name, people, account, page or reason. */
export function matchesText(event: LiveEvent, text: string): boolean {
  const { type, event: name, userId, anonymousId, accountId, path, rejected } = event
  const haystack = [type, name, userId, anonymousId, accountId, path, rejected].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}
