import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Entry {
  version?: string
  license?: string
  dev?: boolean
  link?: boolean
  optionalDependencies?: Record<string, string>
}
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
const installed = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'))

/** Licences that put no condition on the product that Handrail is built into. */
const permissive = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
]

describe('dependencies', () => {
  it('that reach a browser are these, and no others', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['@floating-ui/core', 'preact', 'zod'])
  })

  it('that are published with Handrail have a permissive licence', () => {
    const published = installed.filter(([, entry]) => !entry.dev && !entry.link && entry.license)
    const others = published.filter(([, { license = '' }]) => !permissive.includes(license))
    expect(published.length).toBeGreaterThan(20)
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  it('are all in the lock file, also those of other platforms (node scripts/complete-lock.mjs)', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })
})
