import { minify as terser } from 'terser'

// Dependencies mangle their own private names before they publish; renaming what is left would break them.
const privateName = /\b_[a-z]\w*/g

/**
 * Minifies each chunk and renames the `_private` properties of our own sources. All bundles that get the same
 * `names` agree on the new names, so a private property may cross from the first script to a chunk.
 */
export function minify(names) {
  // One at a time: each takes the names that the one before has given.
  let last = Promise.resolve()
  return {
    name: 'minify',
    transform(code, id) {
      if (id.includes('/node_modules/'))
        for (const name of code.match(privateName) ?? []) names.foreign.add(name)
      return null
    },
    renderChunk(code, _chunk, { format }) {
      const result = last.then(() => shrink(code, format === 'es', names))
      last = result
      return result
    },
  }
}

async function shrink(code, module, names) {
  const nameCache = { props: names.props }
  const result = await terser(code, {
    module,
    toplevel: true,
    ecma: 2020,
    compress: { passes: 3, global_defs: { 'process.env.NODE_ENV': 'production' } },
    mangle: { properties: { regex: /^_[a-z]/, reserved: [...names.foreign] } },
    format: { comments: false },
    nameCache,
  })
  names.props = nameCache.props
  return { code: result.code, map: null }
}

/** The table of new names that `minify` fills. */
export const createNames = () => ({ foreign: new Set(), props: {} })
