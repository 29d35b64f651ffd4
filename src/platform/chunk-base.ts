let base = ''

/** Says where the chunks are: the URL of the first script up to its last slash, with that slash. */
export const setChunkBase = (url: string): void => {
  base = url
}

/** URL before `chunks/NAME-HASH.js`; empty until `setChunkBase` was called. */
export const chunkBase = (): string => base
