import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ParseResult, parseSync, Visitor } from 'oxc-parser'

/** `lazy` is `import()`; `type` is erased by the compiler. */
export type ImportKind = 'runtime' | 'type' | 'lazy'

export interface Import {
  specifier: string
  /** The file it leads to, from the root of the repository; undefined for packages. */
  file: string | undefined
  kind: ImportKind
}

export interface Module {
  file: string
  lineCount: number
  imports: Import[]
  /** Names the code uses: `window`, `Date.now`, `.innerHTML`, `new Function`. Not what comments or texts say. */
  names: Set<string>
}

/** Every TypeScript module below a folder, parsed. */
export function readModules(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => readModule(join(folder, name)))
}

export function readModule(file: string): Module {
  const source = readFileSync(file, 'utf8')
  const parsed = parseSync(file, source)
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`)
  return {
    file,
    lineCount: source.trimEnd().split('\n').length,
    imports: findImports(parsed.program).map((found) => ({
      ...found,
      file: resolveImport(file, found.specifier),
    })),
    names: findNames(parsed.program),
  }
}

function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = join(dirname(from), specifier)
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => path + end).find(isFile) ?? path
}

const isFile = (path: string) => existsSync(path) && /\.\w+$/.test(path)

type Program = ParseResult['program']

function findImports(program: Program): Omit<Import, 'file'>[] {
  const found: Omit<Import, 'file'>[] = []
  const add = (specifier: string, isType: boolean) =>
    found.push({ specifier, kind: isType ? 'type' : 'runtime' })
  new Visitor({
    ImportDeclaration({ importKind, source, specifiers }) {
      const names = specifiers.map((one) => one.type === 'ImportSpecifier' && one.importKind === 'type')
      add(source.value, importKind === 'type' || (names.length > 0 && names.every(Boolean)))
    },
    ExportNamedDeclaration({ exportKind, source, specifiers }) {
      if (source)
        add(source.value, exportKind === 'type' || specifiers.every((one) => one.exportKind === 'type'))
    },
    ExportAllDeclaration: ({ exportKind, source }) => void add(source.value, exportKind === 'type'),
    TSImportType: ({ source }) => void add(source.value, true),
    ImportExpression({ source }) {
      if (source.type === 'Literal') found.push({ specifier: String(source.value), kind: 'lazy' })
    },
  }).visit(program)
  return found
}

function findNames(program: Program): Set<string> {
  const names = new Set<string>()
  const properties = new Set<unknown>()
  new Visitor({
    MemberExpression({ object, property }) {
      properties.add(property)
      if (property.type !== 'Identifier' && property.type !== 'Literal') return
      const name = property.type === 'Identifier' ? property.name : String(property.value)
      names.add(`.${name}`)
      if (object.type === 'Identifier') names.add(`${object.name}.${name}`)
    },
    Property: ({ key }) => void properties.add(key),
    NewExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier') return
      names.add(`new ${callee.name}`)
      if (given.length === 0) names.add(`new ${callee.name}()`)
    },
    JSXIdentifier: ({ name }) => void names.add(`.${name}`),
    Identifier(node) {
      if (!properties.has(node)) names.add(node.name)
    },
  }).visit(program)
  return names
}
