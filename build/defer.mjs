import { resolve } from 'node:path'
import { rollup } from 'rollup'

/**
 * Wraps a module, with all it imports, into a function that makes it when its export is called. Until then the browser
 * only looks for where that function ends: https://v8.dev/blog/preparser. The module must export one function, which is
 * called once.
 */
export function deferModule(file, plugins) {
  const deferred = resolve(file)
  return {
    name: 'defer-module',
    async load(id) {
      if (id !== deferred) return null
      const bundle = await rollup({ input: id, plugins })
      // As CommonJS, because that has no function of its own around the modules: the parser pays for each level in all that is
      // below it.
      const { output } = await bundle.generate({ format: 'cjs', esModule: false, strict: false })
      const [{ code, exports }] = output
      const [name] = exports
      return `export const ${name} = (...args) => {\nconst exports = {}\n${code}\nreturn exports.${name}(...args)\n}`
    },
  }
}
