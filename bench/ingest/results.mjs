import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

const file = new URL('../results/ingest.json', import.meta.url)

/** The last result of each measurement by name. */
export async function readResults() {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
}

export async function keepResult(name, result) {
  const results = { ...(await readResults()), [name]: result }
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
}
