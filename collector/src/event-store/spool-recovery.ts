import { open, truncate } from 'node:fs/promises'
import type { Logger } from 'pino'
import { listSegments, scanSegment, segmentBytes, segmentFile } from './spool-files'

/**
 * Cuts the torn tail of the last segment: the record that was being written when the process or the machine stopped. It was
 * never acknowledged. Returns the size by segment.
 */
export async function recoverSegments(folder: string, log: Logger): Promise<Map<number, number>> {
  const segments = await listSegments(folder)
  const sizes = new Map<number, number>()
  for (const segment of segments) sizes.set(segment, await segmentBytes(folder, segment))
  const last = segments.at(-1)
  if (last !== undefined) sizes.set(last, await cutTornTail(folder, last, sizes.get(last) ?? 0, log))
  return sizes
}

async function cutTornTail(folder: string, segment: number, size: number, log: Logger): Promise<number> {
  const path = segmentFile(folder, segment)
  const file = await open(path, 'r')
  let end = 0
  try {
    for await (const scan of scanSegment(file, 0, size)) end = scan.end
  } finally {
    await file.close()
  }
  if (end === size) return size
  log.warn(
    { segment, keptBytes: end, cutBytes: size - end },
    'spool: cut a record that was never acknowledged',
  )
  await truncate(path, end)
  return end
}
