import { resolve } from 'node:path'
import { rollup } from 'rollup'

/**
 * Hands a module, with all it imports, to the script as an argument: a function that makes the module when its export is
 * called. Until then the browser only looks for where that function ends, which costs it least for a function outside of all
 * others: https://v8.dev/blog/preparser. The module must export one function, which is called once.
 */
export function deferModule(file, plugins) {
  const deferred = resolve(file)
  let made
  return {
    name: 'defer-module',
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        const resolved = await this.resolve(source, importer, { skipSelf: true })
        return resolved?.id === deferred ? { id: deferred, external: true } : null
      },
    },
    async buildStart() {
      const bundle = await rollup({ input: deferred, plugins })
      // As CommonJS, because that has no function of its own around the modules: the parser pays for each level in all that is
      // below it.
      const { output } = await bundle.generate({ format: 'cjs', esModule: false, strict: false })
      const [{ code, exports }] = output
      const [name] = exports
      made = `{ ${name}: (...args) => {\nconst exports = {}\n${code}\nreturn exports.${name}(...args)\n} }`
    },
    outputOptions: (options) => ({ ...options, globals: { [deferred]: made } }),
  }
}
