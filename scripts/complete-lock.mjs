import { readFileSync, writeFileSync } from 'node:fs'

// A registry mirror may lack the native packages of other platforms. npm then leaves them out of the lock file, and
// `npm ci` refuses it everywhere (https://github.com/npm/cli/issues/4828). Run this after `npm install`.

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']
const libraries = { gnu: 'glibc', musl: 'musl' }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const parents = Object.entries(lock.packages).filter(([, entry]) => entry.optionalDependencies)

for (const [path, entry] of parents) {
  for (const [name, range] of Object.entries(entry.optionalDependencies)) {
    const hoisted = `node_modules/${name}`
    if (`${path}/${hoisted}` in lock.packages) continue
    lock.packages[hoisted] ??= describe(name, range, entry.dev)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

/** The lock file's entry of a native package, from its name: `@rollup/rollup-linux-x64-musl`. */
function describe(name, range, dev) {
  const words = name.split(/[/-]/)
  const libc = words.flatMap((word) => libraries[word] ?? [])
  return {
    version: range.replace(/^[~^]/, ''),
    cpu: processors.filter((word) => words.includes(word)),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    os: systems.filter((word) => words.includes(word)),
  }
}
