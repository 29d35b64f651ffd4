import { readFileSync } from 'node:fs'
import nodeResolve from '@rollup/plugin-node-resolve'
import esbuild from 'rollup-plugin-esbuild'

export const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

/**
 * Types stripped, JSX turned into calls of `h`, JSON inlined, `__VERSION__` written in. `preact/jsx-runtime` would be a
 * second way to make elements, which the browser would have to load as well.
 */
export const transpile = (target) => [
  {
    name: 'import-h',
    transform: (code, id) =>
      id.endsWith('.tsx') ? { code: `import { Fragment, h } from 'preact'\n${code}`, map: null } : null,
  },
  esbuild({
    target,
    tsconfig: false,
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    loaders: { '.json': 'json' },
    define: { __VERSION__: JSON.stringify(version) },
  }),
]

/** Resolves extensionless TypeScript imports and, where they are bundled, packages. */
export const resolve = (options) =>
  nodeResolve({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], ...options })

/** A test for Rollup's `external`: the packages themselves and every path inside them. */
export const packages = (names) => (id) => names.some((name) => id === name || id.startsWith(`${name}/`))
