import { readFileSync } from 'node:fs'

/** A Markdown table; a column that is empty in every row is left out. */
export function markdownTable(heads, rows) {
  const used = heads.map((_, column) => rows.some((row) => row[column]))
  const line = (cells) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row.map(escapeCell)))].join(
    '\n',
  )
}

const escapeCell = (text) => text.replaceAll('|', '\\|')

/**
 * A page of the documentation with what is made from the source filled in: each part replaces what stands between
 * `<!-- made: NAME -->` and `<!-- end -->`. Everything around is written by hand.
 */
export function fillIn(file, parts) {
  const unused = new Set(Object.keys(parts))
  const page = readFileSync(file, 'utf8').replace(
    /(<!-- made: (\w+) -->\n)[\s\S]*?(?=<!-- end -->)/g,
    (_, start, name) => {
      if (!unused.delete(name)) throw new Error(`${file}: there is no part "${name}" left`)
      return `${start}\n${parts[name]}\n\n`
    },
  )
  if (unused.size > 0) throw new Error(`${file} has no place for: ${[...unused].join(', ')}`)
  return page
}
