import { readFileSync } from 'node:fs'
import {
  chunkFileName,
  chunkInputs,
  compileAhead,
  findLazyModules,
  gatherShared,
  linkChunks,
  recordChunks,
} from './build/chunks.mjs'
import { deferModule } from './build/defer.mjs'
import { evaluateModule } from './build/evaluate.mjs'
import { executable, integrity, manifest } from './build/files.mjs'
import { createNames, minify } from './build/minify.mjs'
import { dependencies, packages, resolve, transpile } from './build/source.mjs'
import { styles } from './build/styles.mjs'
import { compactStyles } from './build/texts.mjs'

/** A page reads what zod says of a config from this table; zod itself stays behind. */
const zodAsTable = () => evaluateModule('src/schema/compact/table.ts')

const first = ['src/client/targeting.ts', 'src/platform/finding.ts']
const surfaces = ['src/ui/tour/index.ts', 'src/ui/checklist/index.tsx', 'src/ui/survey/index.tsx']
const browsers = 'es2022'
const node = 'node20'

/** The npm package: ES modules file by file, so that an application's own bundler takes only what it uses. */
const library = () => ({
  input: { index: 'src/index.ts', 'schema/index': 'src/schema/index.ts' },
  external: packages(Object.keys(dependencies)),
  plugins: [zodAsTable(), resolve(), transpile(browsers)],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src' },
})

/** The script tag: chunks first, then the first script with their hashed names in it. */
async function scriptTag() {
  const names = createNames()
  const urls = new Map()
  const lazy = await findLazyModules('src/browser.ts')
  const plugins = [zodAsTable(), compactStyles(), resolve({ browser: true }), transpile(browsers)]
  return [
    {
      input: chunkInputs(lazy),
      // What a chunk shares with another may be in it: a chunk between the two would cost a request.
      preserveEntrySignatures: 'allow-extension',
      plugins: [...plugins, minify(names), compileAhead(), recordChunks(urls)],
      output: {
        dir: 'dist/browser',
        format: 'es',
        entryFileNames: chunkFileName,
        chunkFileNames: chunkFileName,
        manualChunks: gatherShared(first, surfaces),
      },
    },
    {
      input: 'src/browser.ts',
      plugins: [
        deferModule('src/embedded.ts', [...plugins, linkChunks(urls)]),
        ...plugins,
        minify(names),
        integrity(),
      ],
      output: { file: 'dist/browser/handrail.js', format: 'iife' },
    },
  ]
}

/** Programs for Node. Dependencies stay outside: they are installed with the package. */
function programs(folder, input) {
  const { dependencies, bin = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  return {
    input,
    external: packages(Object.keys(dependencies)),
    plugins: [resolve({ preferBuiltins: true }), transpile(node), executable(Object.keys(bin))],
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      banner: ({ name }) => (name in bin ? '#!/usr/bin/env node' : ''),
    },
  }
}

/** A page with its own script, and the style sheets that it imports: the dashboard, the demo. */
const page = (input, dir) => ({
  input,
  plugins: [styles(), resolve({ browser: true }), transpile(browsers), minify(createNames()), manifest()],
  output: { dir, format: 'es', entryFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
})

const collector = {
  'handrail-collector': 'collector/src/handrail-collector.ts',
  index: 'collector/src/index.ts',
  'chdb-child': 'collector/src/event-store/chdb-child.ts',
  'block-worker': 'collector/src/event-store/block-worker.ts',
}

const parts = {
  sdk: async () => [library(), ...(await scriptTag())],
  collector: () => [
    programs('collector', collector),
    page({ main: 'collector/src/dashboard/client/main.tsx' }, 'collector/dist/dashboard'),
  ],
  demo: () => [
    programs('demo', { 'server/demo': 'demo/server/demo.ts' }),
    page({ main: 'demo/src/main.tsx' }, 'demo/dist'),
    page({ stage: 'demo/gallery/stage.ts' }, 'demo/dist/gallery'),
  ],
}

/** `rollup -c --only collector` builds one part; all of them are built in this order. */
export default async function configure(options) {
  const wanted = options.only ? [options.only] : Object.keys(parts)
  delete options.only
  const configs = await Promise.all(wanted.map((name) => parts[name]()))
  return configs.flat().map((config) => ({ ...config, onwarn: refuse }))
}

/** A warning about our own code is a defect, for example an import that would be left to the browser to resolve. */
function refuse({ code, message, id, ids = [id] }) {
  if (!ids.some((file) => file?.includes('/node_modules/'))) throw new Error(`${code}: ${message}`)
}
