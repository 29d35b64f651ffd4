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
      const { output } = await bundle.generate({ format: 'iife', name: 'made' })
      const [{ code, exports }] = output
      const [name] = exports
      return `export const ${name} = (...args) => {\n${code}\nreturn made.${name}(...args)\n}`
    },
  }
}
