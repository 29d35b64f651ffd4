import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const REFERENCES = 'test/browser/gallery/pictures'
const FAILURES = 'node_modules/.cache/handrail-pictures'
/** Share of the pixels that may differ: the edges of a few letters, never a line that has moved. */
const TOLERANCE = 0.0005

/** `HANDRAIL_PICTURES=renew` takes what is seen for right. */
const renews = process.env.HANDRAIL_PICTURES === 'renew'

/** What is wrong with a picture, by its name; `undefined` when it is like its reference, or has become it. */
export function complaintAbout(name: string, picture: Buffer): string | undefined {
  const reference = join(REFERENCES, `${name}.png`)
  if (renews) return void write(reference, picture)
  if (!existsSync(reference)) return `${reference} is missing; HANDRAIL_PICTURES=renew takes it`
  const seen = PNG.sync.read(picture)
  const right = PNG.sync.read(readFileSync(reference))
  const { width, height } = right
  const failed = (what: string) => {
    write(join(FAILURES, `${name}.png`), picture)
    return `${name} ${what}; it is in ${FAILURES}`
  }
  if (seen.width !== width || seen.height !== height)
    return failed(`is ${seen.width} × ${seen.height}, expected ${width} × ${height}`)
  const difference = new PNG({ width, height })
  const count = pixelmatch(right.data, seen.data, difference.data, width, height)
  if (count <= width * height * TOLERANCE) return undefined
  write(join(FAILURES, `${name}-difference.png`), PNG.sync.write(difference))
  return failed(`differs in ${count} pixels`)
}

function write(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
