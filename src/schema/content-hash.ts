/**
 * A 53-bit hash of a text, the same in every engine and version: what it decides (samples, holdouts) must not be
 * drawn again. Two 32-bit lanes with the finaliser of MurmurHash3, after cyrb53.
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function hash53(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x9e3779b1)
    b = Math.imul(b ^ code, 0x5f356495)
  }
  const low = mix(a, b)
  const high = mix(b, a)
  return 2 ** 32 * (high & 0x1fffff) + (low >>> 0)
}

const mix = (a: number, b: number): number =>
  Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)

/** JSON with sorted keys: the same text for the same content. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

/** Version of a guide or config by its content: equal for equal JSON, whatever the order of keys. */
export const contentHash = (value: unknown): string => hash53(stableJson(value)).toString(36)
