import { readText } from './read-text'

/** The JSON of a file; an error names the file and the line. `-` reads standard input. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`${file}${placeOf(said, text)}: expected JSON: ${said}`)
  }
}

/** `:line:column` as editors link it: the engine says at most how many characters came before. */
function placeOf(said: string, text: string): string {
  const position = /at position (\d+)/.exec(said)?.[1]
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}
