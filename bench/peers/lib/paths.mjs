import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Scripts as they are served to the browser. Not kept in version control. */
export const buildFolder = join(root, 'build')
export const resultsFolder = process.env.BENCH_RESULTS ?? join(root, 'results')
/** The SDK as `npm run build` makes it. */
export const handrailFolder = fileURLToPath(new URL('../../../dist/browser', import.meta.url))

/** `package/path` is in node_modules, `./path` in this folder, `/path` where it says. */
export function resolveFile(file) {
  if (file.startsWith('/')) return file
  return file.startsWith('.') ? join(root, file) : join(root, 'node_modules', file)
}
