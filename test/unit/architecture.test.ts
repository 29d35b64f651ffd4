import { describe, expect, it } from 'vitest'
import { findCycles, packagesLoadedWith } from './helpers/graph'
import { type Import, type Module, readModules } from './helpers/modules'

interface Layer {
  /** Folders and files it may import, beside itself. */
  local: string[]
  /** Folders, files and packages of which it may use types. */
  types: string[]
  packages: RegExp
}

const none = /^$/
const preact = /^(preact|@floating-ui\/core)(\/|$)/

/** One way: a layer sees what is listed, and nothing sees what is below it in the table. */
const layers: Record<string, Layer> = {
  'src/schema/compact/': { local: ['src/schema/'], types: ['zod/mini'], packages: none },
  'src/schema/': { local: [], types: [], packages: /^zod\/mini$/ },
  'src/core/': { local: ['src/schema/'], types: [], packages: none },
  'src/platform/': { local: [], types: ['src/schema/'], packages: none },
  'src/locales/': { local: [], types: ['src/core/'], packages: none },
  'src/store/': { local: ['src/core/', 'src/schema/'], types: ['src/platform/'], packages: none },
  'src/events/': { local: ['src/platform/', 'src/schema/', 'src/core/'], types: [], packages: none },
  'src/transport/': { local: ['src/platform/', 'src/schema/', 'src/core/'], types: [], packages: none },
  'src/ui/': {
    local: ['src/store/', 'src/core/', 'src/schema/', 'src/platform/'],
    types: [],
    packages: preact,
  },
  'src/handrail.ts': { local: [], types: ['src/'], packages: none },
  'src/client': {
    local: ['src/core/', 'src/store/', 'src/events/', 'src/transport/', 'src/platform/'],
    types: ['src/'],
    packages: none,
  },
  'src/embedded.ts': { local: ['src/client', 'src/platform/'], types: ['src/handrail.ts'], packages: none },
  'src/browser.ts': {
    local: ['src/embedded.ts', 'src/client'],
    types: ['src/handrail.ts'],
    packages: none,
  },
  'src/index.ts': { local: ['src/client'], types: ['src/'], packages: none },
}
const maxLines = 250

const sdk = readModules('src')
const collector = readModules('collector/src')
const demo = readModules('demo')
const all = [...sdk, ...collector, ...demo]

const layerOf = (file: string) => Object.keys(layers).find((prefix) => file.startsWith(prefix))
const within = (file: string | undefined, folders: string[]) => folders.some((one) => file?.startsWith(one))

function mayImport({ file, kind, specifier }: Import, module: Module): boolean {
  const name = layerOf(module.file)
  const layer = name && layers[name]
  if (!name || !layer) return false
  if (kind === 'type' && within(file ?? specifier, layer.types)) return true
  if (!file) return layer.packages.test(specifier)
  const isLazy = kind === 'lazy' && name === 'src/client'
  return (
    within(file, [name, ...layer.local]) ||
    (isLazy && within(file, ['src/ui/', 'src/schema/', 'src/locales/']))
  )
}

const breaches = (modules: Module[], allowed: (one: Import, module: Module) => boolean) =>
  modules.flatMap((module) =>
    module.imports
      .filter((one) => !allowed(one, module))
      .map(({ specifier, kind }) => `${module.file} imports ${specifier} (${kind})`),
  )
const uses = (modules: Module[], names: string[]) =>
  modules.flatMap(({ file, names: used }) =>
    names.filter((name) => used.has(name)).map((name) => `${file}: ${name}`),
  )
const inside = (folder: string) => all.filter(({ file }) => file.startsWith(folder))

describe('the SDK', () => {
  it('gives every module a layer, and imports one way', () => {
    expect(breaches(sdk, mayImport)).toEqual([])
  })

  it('keeps decisions pure: no clock, no chance, no page in core', () => {
    const impure = ['window', 'document', 'globalThis', 'navigator', 'localStorage', 'sessionStorage']
    const ambient = [
      'Date.now',
      'new Date()',
      'Math.random',
      'performance',
      'setTimeout',
      'setInterval',
      'fetch',
    ]
    expect(uses(inside('src/core/'), [...impure, ...ambient])).toEqual([])
  })

  it('loads neither Preact nor Floating UI nor zod with the first script', () => {
    const loaded = packagesLoadedWith('src/client.ts', sdk)
    expect([...loaded]).toEqual([])
    expect([...packagesLoadedWith('src/ui/tour/index.ts', sdk)]).toContain('preact')
  })
})

describe('the collector', () => {
  it('reaches nothing of the SDK but its schema', () => {
    const stays = ({ file, specifier }: Import) =>
      file
        ? file.startsWith('collector/')
        : !/^handrail(\/|$)/.test(specifier) || specifier === 'handrail/schema'
    expect(breaches(collector, stays)).toEqual([])
  })

  it('keeps the health model pure: it imports nothing but itself and types', () => {
    const health = 'collector/src/health/'
    const pure = ({ file, kind }: Import) => kind === 'type' || within(file, [health])
    expect(breaches(inside(health), pure)).toEqual([])
    expect(uses(inside(health), ['process', 'Date.now', 'new Date()', 'Math.random'])).toEqual([])
  })

  it('shares with the dashboard page only types and the health model', () => {
    const client = 'collector/src/dashboard/client/'
    const shared = [client, 'collector/src/dashboard/shared/', 'collector/src/health/']
    const page = ({ file, kind }: Import) => !file || kind === 'type' || within(file, shared)
    expect(breaches(inside(client), page)).toEqual([])
  })
})

describe('every part', () => {
  it('has modules to look at', () => {
    expect([sdk, collector, demo].map(({ length }) => length > 10)).toEqual([true, true, true])
  })

  it('is free of import cycles, also through import() and types', () => {
    expect(findCycles(all)).toEqual([])
  })

  it('keeps its relative imports inside its own package', () => {
    const own = (one: Import, { file }: Module) => !one.file || one.file.split('/')[0] === file.split('/')[0]
    expect(breaches(all, own)).toEqual([])
  })

  it('never turns text into markup or code', () => {
    const markup = ['.innerHTML', '.outerHTML', '.insertAdjacentHTML', '.dangerouslySetInnerHTML', '.srcdoc']
    const code = ['document.write', 'document.writeln', 'eval', 'Function', 'new Function']
    expect(uses(all, [...markup, ...code])).toEqual([])
  })

  it(`keeps files to ${maxLines} lines`, () => {
    const long = all.filter(({ lineCount }) => lineCount > maxLines)
    expect(long.map(({ file, lineCount }) => `${file}: ${lineCount}`)).toEqual([])
  })
})
