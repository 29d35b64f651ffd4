import { readFile } from 'node:fs/promises'

/** The text of a file; that there is none is said in words. `-` reads standard input. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${file}: there is no such file`)
    throw error
  }
}
