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
    const complete = source.replace(
      /\b(from |import ?\(?)(['"])(\.[^'"]*?)(?:\.js)?\2/g,
      (_, start, quote, path) => {
        const isFile = existsSync(`${join(dirname(file), path)}.d.ts`)
        return `${start}${quote}${path}${isFile ? '' : '/index'}.js${quote}`
      },
    )
    if (complete !== source) writeFileSync(file, complete)
  }
}
