const RANDOM_BYTES = 10
const IDS_PER_FILL = 64
const VERSION_7 = 0x70
const VARIANT = 0x80

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
// `getRandomValues` also works in insecure contexts, where `randomUUID` is missing; one fill serves many ids.
const pool = new Uint8Array(RANDOM_BYTES * IDS_PER_FILL)
let used = pool.length

/**
 * A UUIDv7: 48 bits of time, so that ids made later sort later, and 74 random ones. `now` in ms since the epoch.
 * https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 */
export function createMessageId(now: number): string {
  if (used >= pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const time = Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0')
  const random = (index: number): number => pool[used + index] ?? 0
  const pair = (index: number): string => hex[random(index)] ?? ''
  const version = hex[VERSION_7 | (random(0) & 0x0f)]
  const variant = hex[VARIANT | (random(2) & 0x3f)]
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${version}${pair(1)}-${variant}${pair(3)}-${pair(4)}${pair(5)}${pair(6)}${pair(7)}${pair(8)}${pair(9)}`
  used += RANDOM_BYTES
  return id
}
