import { open } from 'node:fs/promises'
import type { SpoolRecord } from '../services'
import { type Position, scanSegment, segmentFile } from './spool-files'

export interface Placed {
  record: SpoolRecord
  /** Where the next record begins. */
  end: Position
}

/** Segments by number, each with the bytes of it that are on disk. */
export type Segments = readonly (readonly [segment: number, size: number])[]

/** Records from a position on, until what is on disk ends. A damaged segment is told of and left at its damage. */
export async function* readSpool(
  folder: string,
  segments: Segments,
  from: Position,
): AsyncGenerator<Placed, void, undefined> {
  for (const [segment, size] of [...segments].sort(([a], [b]) => a - b)) {
    if (segment < from.segment) continue
    yield* readSegment(folder, segment, segment === from.segment ? from.offset : 0, size)
  }
}

async function* readSegment(folder: string, segment: number, offset: number, size: number) {
  if (offset >= size) return
  const file = await open(segmentFile(folder, segment), 'r')
  try {
    const scan = scanSegment(file, offset, size)
    for (;;) {
      const { value, done } = await scan.next()
      if (!done) yield { record: value.record, end: { segment, offset: value.end } }
      else if (value === 'complete') return
      else throw new DamagedSegment(segment)
    }
  } finally {
    await file.close()
  }
}

/** A record that was acknowledged cannot be read: the disk changed it. */
export class DamagedSegment extends Error {
  override name = 'DamagedSegment'
  readonly segment: number
  constructor(segment: number) {
    super(`Segment ${segment} of the spool is damaged; what follows in it cannot be read`)
    this.segment = segment
  }
}
