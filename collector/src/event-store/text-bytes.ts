/** Collects text as UTF-8 in one piece of memory, which can be handed to another thread. */
export interface TextBytes {
  /** Returns how many bytes it takes. */
  add(text: string): number
  bytes(): Uint8Array<ArrayBuffer>
}

/** UTF-8 takes at most this much for one UTF-16 unit. */
const maxBytesPerUnit = 3

/** In pieces the memory would be allocated twice, and what is allocated costs more to collect than to fill. */
export function createTextBytes(startBytes: number): TextBytes {
  const encoder = new TextEncoder()
  let memory = new Uint8Array(startBytes)
  let used = 0

  function makeRoom(bytes: number): void {
    if (used + bytes <= memory.length) return
    const larger = new Uint8Array(Math.max(2 * memory.length, used + bytes))
    larger.set(memory.subarray(0, used))
    memory = larger
  }

  return {
    add(text) {
      makeRoom(text.length * maxBytesPerUnit)
      const { written } = encoder.encodeInto(text, memory.subarray(used))
      used += written
      return written
    },
    bytes: () => memory.subarray(0, used),
  }
}
