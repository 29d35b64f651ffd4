/** Rows as lines of TabSeparated, in one piece of memory that can be handed to another thread. */
export interface TsvLines {
  /** One line with the values of a row in the order of its own columns. Returns how many bytes it takes. */
  add(row: Record<string, string | number>): number
  bytes(): Uint8Array<ArrayBuffer>
}

/** UTF-8 takes at most this much for one UTF-16 unit; what is escaped takes two for one. */
const maxBytesPerUnit = 3
/** A text this long is copied from the line before, where it stood the same, rather than written again. */
const longText = 64

const tab = 9
const newline = 10
const backslash = 92
const encoder = new TextEncoder()

/**
 * Writes bytes rather than text: text would be put together, searched for what is to be escaped and encoded, each of which
 * takes longer, and leaves more to collect, than to write a character at a time.
 * https://clickhouse.com/docs/interfaces/formats/TabSeparated
 */
export function createTsvLines(startBytes: number): TsvLines {
  let memory = new Uint8Array(startBytes)
  let used = 0
  /** By column: the last long text in it. The rows of a batch mostly share their context. */
  const written: { text: string; from: number; to: number }[] = []

  function makeRoom(bytes: number): void {
    if (used + bytes <= memory.length) return
    const larger = new Uint8Array(Math.max(2 * memory.length, used + bytes))
    larger.set(memory.subarray(0, used))
    memory = larger
  }

  function write(text: string): void {
    let i = 0
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code >= letterCodes.length) break
      const letter = letterCodes[code]
      if (letter) memory[used++] = backslash
      memory[used++] = letter || code
    }
    if (i < text.length) encode(text.slice(i))
  }

  function encode(text: string): void {
    used += encoder.encodeInto(escapeText(text), memory.subarray(used)).written
  }

  function writeLong(text: string, column: number): void {
    const known = written[column]
    if (known?.text === text) {
      memory.copyWithin(used, known.from, known.to)
      used += known.to - known.from
    } else {
      const from = used
      write(text)
      written[column] = { text, from, to: used }
    }
  }

  function writeField(value: string | number, column: number): void {
    const text = typeof value === 'string' ? value : toText(value)
    makeRoom(text.length * maxBytesPerUnit + 1)
    if (text.length < longText) write(text)
    else writeLong(text, column)
    memory[used++] = tab
  }

  return {
    add(row) {
      const from = used
      Object.values(row).forEach(writeField)
      memory[used - 1] = newline
      return used - from
    },
    bytes: () => memory.subarray(0, used),
  }
}

const toText = (value: number): string => (Number.isNaN(value) ? 'nan' : String(value))

/** What stands behind the backslash. */
const letters: Record<string, string> = {
  '\\': '\\',
  '\t': 't',
  '\n': 'n',
  '\r': 'r',
  '\b': 'b',
  '\f': 'f',
  '\0': '0',
}

/** By ASCII code: the code behind the backslash, or 0 where there is none. */
const letterCodes = new Uint8Array(0x80)
for (const [character, letter] of Object.entries(letters))
  letterCodes[character.charCodeAt(0)] = letter.charCodeAt(0)

const escapeText = (text: string): string =>
  text.replace(/[\\\t\n\r\b\f\0]/g, (character) => `\\${letters[character]}`)
