import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

const run = (script: string) =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }))
const namesOf = (entry: string) =>
  run(`console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(entry)}))))`)

describe('the npm package, in plain Node without a DOM', () => {
  it('exports exactly the public API', () => {
    expect(namesOf('handrail')).toEqual(['createHandrail'])
    expect(namesOf('handrail/schema')).toEqual([
      'configSchema',
      'contentHash',
      'validateConfig',
      'wireBatch',
      'wireEvent',
    ])
  })

  it('does nothing when it is imported', () => {
    const script = `const before = Object.keys(globalThis)
      await import('handrail')
      const added = Object.keys(globalThis).filter((name) => !before.includes(name))
      const timers = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|TCP/.test(name))
      console.log(JSON.stringify({ added, timers }))`
    expect(run(script)).toEqual({ added: [], timers: [] })
  })

  it('brings no zod to an application, not even with import()', async () => {
    const { metafile } = await build({
      entryPoints: ['dist/index.js'],
      bundle: true,
      format: 'esm',
      packages: 'external',
      write: false,
      metafile: true,
    })
    const imports = Object.values(metafile.inputs).flatMap((module) => module.imports)
    const packages = imports.filter(({ external }) => external).map(({ path }) => path)
    expect(packages).toContain('preact')
    expect(packages.filter((path) => path.startsWith('zod'))).toEqual([])
  })

  it('names only files that exist', () => {
    const paths = Object.values(manifest.exports).flatMap((one) =>
      typeof one === 'string' ? [one] : Object.values(one as Record<string, string>),
    )
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('has declarations that both ways of module resolution find', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-consumer-'))
    try {
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
      writeFileSync(
        join(folder, 'main.mts'),
        `import { createHandrail, type Handrail } from 'handrail'
         import { type Config, validateConfig } from 'handrail/schema'
         const config: Config = { version: 1 }
         export const handrail: Handrail = createHandrail({ writeKey: 'wk', config })
         export const problems = validateConfig(config).problems
         // @ts-expect-error the write key is text
         createHandrail({ writeKey: 1 })`,
      )
      for (const resolution of [
        ['nodenext', 'nodenext'],
        ['esnext', 'bundler'],
      ] as const) {
        const [module, moduleResolution] = resolution
        const flags = ['--noEmit', '--strict', '--lib', 'ES2023,DOM', '--types', '', '--target', 'ES2022']
        const args = [
          ...flags,
          '--module',
          module,
          '--moduleResolution',
          moduleResolution,
          join(folder, 'main.mts'),
        ]
        expect(() =>
          execFileSync(resolve('node_modules/.bin/tsc'), args, { cwd: folder, stdio: 'pipe' }),
        ).not.toThrow()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
