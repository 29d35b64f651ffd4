import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'

/** All adapters, or those whose id contains one of the words in `only` (`driver,posthog`). */
export async function loadAdapters(only) {
  const folder = join(root, 'adapters')
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
  const modules = await Promise.all(
    files.sort().map((file) => import(pathToFileURL(join(folder, file)).href)),
  )
  const adapters = modules.flatMap((module) => module.adapters)
  if (only === undefined) return adapters
  const words = only.split(',')
  const chosen = adapters.filter(({ id }) => words.some((word) => id.includes(word)))
  if (chosen.length > 0) return chosen
  throw new Error(`--only: found "${only}", expected some of ${adapters.map(({ id }) => id).join(', ')}`)
}

/** Of the package that is installed, unless the adapter says it. */
export const versionOf = ({ version, pkg }) => version ?? manifestOf(pkg).version
export const licenseOf = ({ pkg }) => (pkg ? manifestOf(pkg).license : undefined)

const manifestOf = (pkg) => JSON.parse(readFileSync(join(root, 'node_modules', pkg, 'package.json'), 'utf8'))
