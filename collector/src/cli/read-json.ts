import { readFile } from 'node:fs/promises'

/** The JSON of a file; an error names the file. `-` reads standard input. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: expected JSON: ${error instanceof Error ? error.message : error}`)
  }
}
