const RANDOM_FROM = 15

let lastMs = -1
let prefix = ''

/**
 * A UUIDv7: 48 bits of time, so that ids made later sort later, and 74 random ones. `now` in ms since the epoch.
 * https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 */
export function createMessageId(now: number): string {
  if (now !== lastMs) {
    lastMs = now
    const time = Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0')
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-7`
  }
  return prefix + randomUuid().slice(RANDOM_FROM)
}

/** A UUIDv4, of which the random part behind the version is used. `randomUUID` is missing where the page came by plain http. */
function randomUuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(31))
  const digits = Array.from(bytes, (byte) => (byte & 15).toString(16)).join('')
  const variant = (8 | (parseInt(digits.charAt(15), 16) & 3)).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-${variant}${digits.slice(16, 19)}-${digits.slice(19)}`
}
