import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Completes the relative imports of declaration files: `./config` becomes `./config.js`, without which an
 * application compiled with `"moduleResolution": "nodenext"` does not find them.
 */
export function addExtensions(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue
    const file = join(folder, name)
    const source = readFileSync(file, 'utf8')
    const complete = source.replace(/((?:from|import) ?\(?)'(\.[^']*?)(?:\.js)?'/g, (_, start, path) => {
      const target = join(dirname(file), path)
      return `${start}'${path}${existsSync(`${target}.d.ts`) ? '' : '/index'}.js'`
    })
    if (complete !== source) writeFileSync(file, complete)
  }
}
