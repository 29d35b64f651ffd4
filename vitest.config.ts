import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { findBrowser } from './scripts/find-browser.mjs'

const seed = fileURLToPath(new URL('./test/unit/helpers/seed.ts', import.meta.url))
const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

// Vitest empties the object it is given: each project gets one of its own.
const shared = () => ({
  // Tests read the sources, so that they need no build.
  resolve: {
    alias: [
      { find: /^handrail\/schema$/, replacement: source('schema/index.ts') },
      { find: /^handrail$/, replacement: source('index.ts') },
    ],
  },
  define: { __VERSION__: JSON.stringify(manifest.version) },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
})

export default defineConfig({
  test: {
    projects: [
      {
        ...shared(),
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: [seed],
          // Hundreds of generated cases take their time where other work takes the processor.
          testTimeout: 30_000,
        },
      },
      {
        ...shared(),
        test: {
          name: 'types',
          include: [],
          // `tsc` checks the sources themselves.
          typecheck: {
            enabled: true,
            only: true,
            ignoreSourceErrors: true,
            include: ['test/types/**/*.test-d.ts'],
          },
        },
      },
      {
        ...shared(),
        test: {
          name: 'collector',
          include: ['collector/test/**/*.test.{ts,tsx}'],
          setupFiles: [seed],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared(),
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          env: { HANDRAIL_CHROMIUM: findBrowser() ?? '' },
          // One browser and one collector at a time: the files measure and must not disturb each other.
          fileParallelism: false,
          testTimeout: 60_000,
          // Where nobody can look at once, a real browser gets a second try; the report marks what needed it.
          retry: process.env.CI ? 1 : 0,
          // A condition that comes is awaited as long as a busy machine may need; one that does not come fails.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
