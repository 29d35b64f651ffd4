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

/** A UUIDv4, of which the part behind the version is used. `randomUUID` is missing where the page came by plain http. */
const randomUuid = (): string =>
  crypto.randomUUID?.() ??
  '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, (digit) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    return (digit === '8' ? 8 | (byte & 3) : byte & 15).toString(16)
  })
