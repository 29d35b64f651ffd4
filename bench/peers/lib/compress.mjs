import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Bytes of one file: as it is, after gzip -9 and after brotli 11. */
export function sizesOf(buffer) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: buffer.length,
  }
  return {
    raw: buffer.length,
    gzip: gzipSync(buffer, { level: 9 }).length,
    brotli: brotliCompressSync(buffer, { params }).length,
  }
}

/** Of several files, each compressed on its own, as they cross the network. */
export function sumSizes(sizes) {
  const sum = { raw: 0, gzip: 0, brotli: 0 }
  for (const { raw, gzip, brotli } of sizes) {
    sum.raw += raw
    sum.gzip += gzip
    sum.brotli += brotli
  }
  return sum
}
