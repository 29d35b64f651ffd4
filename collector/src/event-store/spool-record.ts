import { crc32 } from 'node:zlib'
import type { SpoolRecord } from '../services'

/** length of the payload, its CRC-32; both 32-bit little-endian. */
export const frameBytes = 8
/** No record is longer: a batch of 4 MB and its head. A greater length is a torn or damaged frame. */
export const maxPayloadBytes = 5 * 1024 * 1024

interface Head {
  p: string
  r: number
  x?: readonly number[]
}

/** frame · head as one line of JSON · the body as it came. The body is not parsed again until it is loaded. */
export function encodeRecord({ projectId, receivedAt, refused, body }: SpoolRecord): Uint8Array[] {
  const head: Head = { p: projectId, r: receivedAt, ...(refused.length > 0 && { x: refused }) }
  const line = Buffer.from(`${JSON.stringify(head)}\n`)
  const frame = Buffer.allocUnsafe(frameBytes)
  frame.writeUInt32LE(line.length + body.length, 0)
  frame.writeUInt32LE(crc32(body, crc32(line)), 4)
  return [frame, line, body]
}

export interface FramedRecord extends SpoolRecord {
  /** Bytes from the start of its frame to the start of the next. */
  size: number
}

/**
 * The record at `offset`. `'short'` when the bytes end before the record does, `'damaged'` when its length or checksum is
 * wrong.
 */
export function decodeRecord(bytes: Buffer, offset: number): FramedRecord | 'short' | 'damaged' {
  if (offset + frameBytes > bytes.length) return 'short'
  const length = bytes.readUInt32LE(offset)
  if (length === 0 || length > maxPayloadBytes) return 'damaged'
  const end = offset + frameBytes + length
  if (end > bytes.length) return 'short'
  const payload = bytes.subarray(offset + frameBytes, end)
  if (crc32(payload) !== bytes.readUInt32LE(offset + 4)) return 'damaged'
  const newline = payload.indexOf(10)
  const head: Head = JSON.parse(payload.toString('utf8', 0, newline)) // its checksum says that we wrote it
  return {
    projectId: head.p,
    receivedAt: head.r,
    refused: head.x ?? [],
    body: payload.subarray(newline + 1),
    size: frameBytes + length,
  }
}
