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
    const [first = 0, second = 0, last = 0] = crypto.getRandomValues(new Uint32Array(3)).map((n) => n >>> 2)
    const middle = (GROUP_FLOOR + second).toString(16)
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-7${hex3(first)}-${middle.slice(0, 4)}-${middle.slice(4)}`
    counter = GROUP_FLOOR + last
  }
  // Joined, not added: the JSON of a text that V8 keeps in pieces takes four times as long. https://v8.dev/blog/json-stringify
  return [prefix, (counter++).toString(16)].join('')
}

const hex3 = (bits: number): string => (GROUP_FLOOR + bits).toString(16).slice(-3)
