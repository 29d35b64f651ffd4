import { build } from 'esbuild'

/** Collects the style sheets that scripts import into one hashed file. */
export function styles() {
  const sheets = []
  return {
    name: 'styles',
    buildStart: () => void sheets.splice(0),
    async load(id) {
      if (!id.endsWith('.css')) return null
      const { outputFiles } = await build({ entryPoints: [id], bundle: true, minify: true, write: false })
      sheets.push(outputFiles[0].text)
      return { code: '', moduleSideEffects: true }
    },
    generateBundle() {
      if (sheets.length > 0) this.emitFile({ type: 'asset', name: 'main.css', source: sheets.join('') })
    },
  }
}
