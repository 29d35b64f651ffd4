import { readFileSync } from 'node:fs'
import { chunkInputs, findLazyModules, linkChunks, recordChunks } from './build/chunks.mjs'
import { integrity, manifest } from './build/files.mjs'
import { createNames, minify } from './build/minify.mjs'
import { dependencies, packages, present, resolve, transpile } from './build/source.mjs'
import { styles } from './build/styles.mjs'

const browsers = 'es2022'
const node = 'node20'
const collector = JSON.parse(readFileSync('collector/package.json', 'utf8'))

/** The npm package: ES modules file by file, so that an application's own bundler takes only what it uses. */
const library = {
  input: present({ index: 'src/index.ts', 'schema/index': 'src/schema/index.ts' }),
  external: packages(Object.keys(dependencies)),
  plugins: [resolve(), transpile(browsers)],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src' },
}

/** The script tag: chunks first, then the first script with their hashed names in it. */
async function scriptTag() {
  const names = createNames()
  const urls = new Map()
  const lazy = await findLazyModules('src/browser.ts')
  const plugins = [resolve({ browser: true }), transpile(browsers)]
  return [
    {
      input: chunkInputs(lazy),
      plugins: [...plugins, minify(names), recordChunks(urls)],
      output: {
        dir: 'dist/browser',
        format: 'es',
        entryFileNames: 'chunks/[name]-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minifyInternalExports: true,
      },
    },
    {
      input: 'src/browser.ts',
      plugins: [...plugins, linkChunks(urls), minify(names), integrity()],
      output: { file: 'dist/browser/handrail.js', format: 'iife' },
    },
  ]
}

/** The collector, and the child process of its embedded engine. */
const server = {
  input: present({
    'handrail-collector': 'collector/src/handrail-collector.ts',
    index: 'collector/src/index.ts',
    'chdb-child': 'collector/src/event-store/chdb-child.ts',
  }),
  external: packages(Object.keys(collector.dependencies)),
  plugins: [resolve(), transpile(node)],
  output: {
    dir: 'collector/dist',
    format: 'es',
    chunkFileNames: '[name]-[hash].js',
    banner: ({ name }) => (name === 'handrail-collector' ? '#!/usr/bin/env node' : ''),
  },
}

/** A page with its own script and style sheet: the dashboard, the demo. */
const page = (main, dir) => ({
  input: present({ main }),
  plugins: [styles(), resolve({ browser: true }), transpile(browsers), minify(createNames()), manifest()],
  output: { dir, format: 'es', entryFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
})

const built = [
  library,
  ...(Object.keys(present({ main: 'src/browser.ts' })).length > 0 ? await scriptTag() : []),
  server,
  page('collector/src/dashboard/client/main.tsx', 'collector/dist/dashboard'),
  page('demo/src/main.tsx', 'demo/dist'),
].filter(({ input }) => typeof input === 'string' || Object.keys(input).length > 0)

export default built
