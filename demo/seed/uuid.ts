import type { Random } from './random'

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** UUIDv7 (RFC 9562 §5.7) whose random bits come from `random`: the same history has the same ids. */
export function uuid7(timestampMs: number, random: Random): string {
  const time = hex(timestampMs, 12)
  const word = () => hex(random.int(0, 0xffff), 4)
  const version = `7${hex(random.int(0, 0xfff), 3)}`
  const variant = hex(0x8000 | random.int(0, 0x3fff), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${word()}${word()}${word()}`
}
