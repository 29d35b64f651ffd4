import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build, transform } from 'esbuild'
import { sizesOf, sumSizes } from './compress.mjs'
import { buildFolder, resolveFile, root } from './paths.mjs'

const cache = new Map()

/**
 * Makes the files of one of an adapter's `bundles`, the first unless `label` says which.
 * Returns the addresses under which they are served, and their sizes in bytes.
 */
export function bundleOf(adapter, label = adapter.bundles[0].label) {
  const key = `${adapter.id}.${label}`
  if (!cache.has(key)) {
    const bundle = adapter.bundles.find((one) => one.label === label)
    const name = key.replace(/[^a-z0-9.]+/gi, '_')
    cache.set(key, bundle.entry ? fromEntry(bundle, name) : fromFiles(bundle, name))
  }
  return cache.get(key)
}

/** Scripts that are published as they are. */
async function fromFiles({ files, css = [], minify = false }, name) {
  const scripts = await Promise.all(files.map((file) => readScript(file, minify)))
  write(`${name}.js`, Buffer.concat(scripts))
  return describe(name, scripts, css, `published ${files.map((file) => basename(file)).join(' + ')}`)
}

async function readScript(file, minify) {
  const script = readFileSync(resolveFile(file))
  if (!minify) return script
  const { code } = await transform(script.toString(), {
    minify: true,
    target: 'es2020',
    legalComments: 'none',
  })
  return Buffer.from(code)
}

/** A module as a product would write it; what it exports is `window.__sdk` where it runs. */
async function fromEntry(bundle, name) {
  const options = optionsOf(bundle, name)
  if (!bundle.sizeOnly) {
    const classic = await build({ ...options, format: 'iife', globalName: '__sdk' })
    write(`${name}.js`, classic.outputFiles[0].contents)
  }
  const outdir = join(buildFolder, 'esm', name)
  const modules = await build({ ...options, format: 'esm', splitting: true, outdir, metafile: true })
  const first = loadedFirst(modules)
  const how = 'esbuild: ES modules, minified, production'
  return describe(name, first.now, bundle.css ?? [], how, first.later)
}

function optionsOf({ entry, external = [], alias = {} }, name) {
  return {
    stdin: { contents: entry, resolveDir: root, loader: 'js', sourcefile: `${name}.entry.js` },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    external,
    alias,
    absWorkingDir: root,
    nodePaths: [join(root, 'node_modules')],
    loader: { '.css': 'empty', '.svg': 'text', '.woff': 'empty', '.woff2': 'empty' },
  }
}

/** What a page loads at once, and what only when it is asked for. */
function loadedFirst({ outputFiles, metafile: { outputs } }) {
  const seen = new Set()
  const walk = (path) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { kind, path: next } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') walk(next)
  }
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint) walk(path)
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'))
  const isNow = ({ path }) => seen.has(relative(root, path))
  const contents = (files) => files.map((file) => Buffer.from(file.contents))
  return { now: contents(scripts.filter(isNow)), later: contents(scripts.filter((file) => !isNow(file))) }
}

function describe(name, scripts, css, how, later = []) {
  const styles = css.map((file) => readFileSync(resolveFile(file)))
  if (styles.length > 0) write(`${name}.css`, Buffer.concat(styles))
  return {
    script: `/build/${name}.js`,
    style: styles.length > 0 ? `/build/${name}.css` : null,
    how,
    size: sumSizes([...scripts, ...styles].map(sizesOf)),
    later: later.length > 0 ? sumSizes(later.map(sizesOf)) : null,
  }
}

function write(file, contents) {
  mkdirSync(buildFolder, { recursive: true })
  writeFileSync(join(buildFolder, file), contents)
}
