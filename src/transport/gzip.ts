/** Compresses text as UTF-8; undefined where the browser cannot. */
export const gzip =
  typeof CompressionStream === 'undefined'
    ? undefined
    : async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
        const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
        return new Uint8Array(await new Response(zipped).arrayBuffer())
      }
