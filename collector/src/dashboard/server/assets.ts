import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HttpError } from '../../http/http-error'

/** Addresses of the files a page loads; their names carry their hashes. */
export interface Assets {
  script: string
  styles: string[]
}

interface Manifest {
  main: { script: string; styles: string[] }
}

export const ASSET_PREFIX = '/dashboard/'

/** Reads the manifest once, when first asked, so that a collector without a dashboard still takes events. */
export function lazyAssets(dir: string): () => Assets {
  let assets: Assets | undefined
  return () => {
    assets ??= readAssets(dir)
    return assets
  }
}

/** What the build wrote into `dir`. Throws a 503, naming the file and the command, when there is nothing. */
function readAssets(dir: string): Assets {
  const { main } = JSON.parse(readManifest(dir)) as Manifest // written by our own build, next to this code
  return { script: ASSET_PREFIX + main.script, styles: main.styles.map((name) => ASSET_PREFIX + name) }
}

function readManifest(dir: string): string {
  const path = join(dir, 'manifest.json')
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const message = `The dashboard is not built: ${path} cannot be read. Run \`npm run build\`.`
    throw new HttpError(503, 'dashboard_not_built', message)
  }
}
