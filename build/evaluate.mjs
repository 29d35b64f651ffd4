import { resolve } from 'node:path'
import { build } from 'esbuild'

/** Puts in the place of a module what its exports come to, as plain data: what it computes them with stays behind. */
export function evaluateModule(file) {
  const evaluated = resolve(file)
  return {
    name: 'evaluate-module',
    async load(id) {
      if (id !== evaluated) return null
      const { outputFiles } = await build({ entryPoints: [id], bundle: true, format: 'esm', write: false })
      const exports = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
      return Object.entries(exports)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
        .join('')
    },
  }
}
