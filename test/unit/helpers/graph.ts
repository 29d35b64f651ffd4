import type { Module } from './modules'

/** Paths that lead back to where they began, each once; by types too, which a reader has to follow all the same. */
export function findCycles(modules: Module[]): string[][] {
  const byFile = new Map(modules.map((module) => [module.file, module]))
  const done = new Set<string>()
  const cycles: string[][] = []
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) return void cycles.push([...path.slice(at), file])
    if (done.has(file)) return
    for (const next of byFile.get(file)?.imports ?? []) {
      if (next.file) visit(next.file, [...path, file])
    }
    done.add(file)
  }
  for (const { file } of modules) visit(file, [])
  return cycles
}

/** Packages that are loaded together with `entry`: by runtime imports, not by `import()`. */
export function packagesLoadedWith(entry: string, modules: Module[]): Set<string> {
  const byFile = new Map(modules.map((module) => [module.file, module]))
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { specifier, file: next, kind } of byFile.get(file)?.imports ?? []) {
      if (kind !== 'runtime') continue
      if (next) visit(next)
      else packages.add(specifier)
    }
  }
  visit(entry)
  return packages
}
