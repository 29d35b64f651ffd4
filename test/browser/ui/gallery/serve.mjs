// Shows the gallery to a developer: `node test/browser/ui/gallery/serve.mjs [port]`, from the root of the repository.
import { rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const outfile = `node_modules/.cache/gallery-server-${process.pid}.mjs`
await build({
  entryPoints: ['test/browser/ui/gallery/server.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
})
const { serveGallery } = await import(pathToFileURL(outfile))
await rm(outfile)
const { origin } = await serveGallery(Number(process.argv[2] ?? 0))
console.log(`${origin}/?scene=tooltip`)
