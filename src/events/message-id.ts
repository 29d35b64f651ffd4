/** With 30 random bits added it has eight hexadecimal digits, the first of which is 8 to b: the variant of a UUID. */
const GROUP_FLOOR = 0x8000_0000

let lastMs = -1
let prefix = ''
let counter = 0

/**
 * A UUIDv7: 48 bits of time, then 72 random ones, drawn once a millisecond and counted up within it, so that ids made
 * later sort later. `now` in ms since the epoch.
 * https://www.rfc-editor.org/rfc/rfc9562#name-monotonicity-and-counters
 */
export function createMessageId(now: number): string {
  if (now !== lastMs) {
    lastMs = now
    const time = Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0')
    const [a = '', b = '', c = ''] = Array.from(crypto.getRandomValues(new Uint32Array(3)), toGroup)
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(5)}-${b.slice(0, 4)}-${b.slice(4)}`
    counter = Number.parseInt(c, 16)
  }
  // Joined, not added: the JSON of a text that V8 keeps in pieces takes four times as long. https://v8.dev/blog/json-stringify
  return [prefix, (counter++).toString(16)].join('')
}

const toGroup = (random: number): string => (GROUP_FLOOR + (random >>> 2)).toString(16)
