import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'

/** Lets the entries named be started as commands. */
export function executable(names) {
  return {
    name: 'executable',
    writeBundle({ dir }, bundle) {
      const built = names.map((name) => `${name}.js`).filter((file) => file in bundle)
      for (const file of built) chmodSync(join(dir, file), 0o755)
    },
  }
}

/** Writes `integrity.json`: the SRI hash of each file named, for the `integrity` attribute of the script tag. */
export function integrity() {
  return {
    name: 'integrity',
    generateBundle(_options, bundle) {
      const hashes = Object.values(bundle).map(({ fileName, code }) => [
        fileName,
        `sha384-${createHash('sha384').update(code).digest('base64')}`,
      ])
      const source = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`
      this.emitFile({ type: 'asset', fileName: 'integrity.json', source })
    },
  }
}

/** Writes `manifest.json`: from the name of each entry to the files a page has to load for it. */
export function manifest() {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css')).map(({ fileName }) => fileName)
      const entries = files.filter(({ isEntry }) => isEntry)
      const table = entries.map(({ name, fileName }) => [name, { script: fileName, styles }])
      const source = `${JSON.stringify(Object.fromEntries(table), null, 2)}\n`
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source })
    },
  }
}
