import { basename, resolve as resolvePath } from 'node:path'
import { build } from 'esbuild'

/** Source files below `entry` that are loaded by `import()`, also from one another. */
export async function findLazyModules(entry) {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
  })
  const lazy = new Set()
  const seen = new Set()
  const visit = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { path, kind, external } of metafile.inputs[file].imports) {
      if (external) continue
      if (kind === 'dynamic-import') lazy.add(path)
      visit(path)
    }
  }
  visit(entry)
  return [...lazy]
}

/** Chunk names from file names: `src/ui/tour/index.ts` is `tour`. */
export const chunkInputs = (files) =>
  Object.fromEntries(files.map((file) => [basename(file.replace(/(\/index)?\.tsx?$/, '')), file]))

/** Languages are loaded only when used: a folder of their own keeps them out of the size that everyone pays. */
export const chunkFileName = ({ facadeModuleId }) =>
  `chunks/${facadeModuleId?.includes('/src/locales/') ? 'locales/' : ''}[name]-[hash].js`

/**
 * Gathers in the chunk of each of `first` whatever it imports beside those before it, and in `surface` what all `surfaces`
 * import beside that; each also when others import a part of it. The first are loaded before all others, and a surface
 * before what it loads itself: what they share costs no request of its own.
 */
export function gatherShared(first, surfaces) {
  const names = Object.keys(chunkInputs(first))
  let reached
  return (id, { getModuleInfo }) => {
    reached ??= [...first, ...surfaces].map((entry) => reach(resolvePath(entry), getModuleInfo))
    const before = reached.slice(0, names.length).findIndex((modules) => modules.has(id))
    if (before >= 0) return names[before]
    return reached.slice(names.length).every((modules) => modules.has(id)) ? 'surface' : null
  }
}

/** All modules that one imports, and what those import. */
function reach(id, getModuleInfo, found = new Set()) {
  if (found.has(id)) return found
  found.add(id)
  for (const imported of getModuleInfo(id).importedIds) reach(imported, getModuleInfo, found)
  return found
}

/**
 * Remembers in `urls`, by source file, the chunks that its `import()` needs: itself, then what it imports. Writes
 * the same table, by chunk name, to `chunks.json`.
 */
export function recordChunks(urls) {
  return {
    name: 'record-chunks',
    generateBundle(_options, bundle) {
      const needed = (name) => [...new Set([name, ...bundle[name].imports.flatMap(needed)])]
      const entries = Object.values(bundle).filter(({ isEntry }) => isEntry)
      for (const { facadeModuleId, fileName } of entries) urls.set(facadeModuleId, needed(fileName))
      const table = Object.fromEntries(entries.map(({ name, fileName }) => [name, needed(fileName)]))
      this.emitFile({ type: 'asset', fileName: 'chunks.json', source: `${JSON.stringify(table, null, 2)}\n` })
    },
  }
}

/**
 * Turns `import('./ui/tour')` of the first script into `import(chunkBase() + 'chunks/tour-HASH.js')`.
 *
 * A relative URL would not do: in a classic script from another origin it is resolved against `about:blank`
 * (https://html.spec.whatwg.org/multipage/webappapis.html#hostloadimportedmodule). What the chunk itself imports
 * is asked for at the same time, so that a guide costs one round trip, not two.
 */
export function linkChunks(urls) {
  const baseModule = resolvePath('src/platform/chunk-base.ts')
  return {
    name: 'link-chunks',
    async transform(code, id) {
      const imports = dynamicImports(this.parse(code))
      if (imports.length === 0) return null
      let linked = code
      for (const { start, end, source } of imports.reverse()) {
        const target = await this.resolve(source.value, id)
        linked = linked.slice(0, start) + loader(urls.get(target?.id)) + linked.slice(end)
      }
      return {
        code: `import { chunkBase as $chunkBase } from ${JSON.stringify(baseModule)}\n${linked}`,
        map: null,
      }
    },
  }
}

function loader(files) {
  const [own, ...shared] = files.map((file) => `import($chunkBase() + ${JSON.stringify(file)})`)
  return shared.length === 0 ? own : `Promise.all([${[own, ...shared]}]).then((modules) => modules[0])`
}

function dynamicImports(node, found = []) {
  if (Array.isArray(node)) for (const child of node) dynamicImports(child, found)
  else if (node && typeof node === 'object') {
    if (node.type === 'ImportExpression') found.push(node)
    for (const child of Object.values(node)) dynamicImports(child, found)
  }
  return found
}

/**
 * Has the browser compile a chunk as a whole while it loads, away from the main thread, and not function by function
 * when the guide opens. https://v8.dev/blog/explicit-compile-hints
 */
export function compileAhead() {
  return {
    name: 'compile-ahead',
    renderChunk: (code) => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
  }
}
