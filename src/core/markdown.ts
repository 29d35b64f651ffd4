import type { Block } from './blocks'
import { parseInline } from './markdown-inline'

const ITEM = /^ {0,3}(?:[-*+]|(\d{1,9})[.)]) +(?=\S)/

/**
 * The safe subset of Markdown as data: paragraphs, `**bold**`, `*italic*`, `` `code` ``, links, lists. A line break in
 * a paragraph is kept. Everything else, HTML too, is text. Never throws; takes time in proportion to the text.
 * Placeholders stay as they are; `fillBlocks` replaces them in the result, where a value can no longer become markup.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let open: { ordered: boolean; start: number; list: boolean; lines: string[] } | undefined
  const end = () => {
    if (open) blocks.push(toBlock(open))
    open = undefined
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = ITEM.exec(line)
    const ordered = item?.[1] !== undefined
    if (line.trim() === '') end()
    else if (item) {
      if (!open?.list || open.ordered !== ordered) {
        end()
        open = { list: true, ordered, start: Number(item[1] ?? 1), lines: [] }
      }
      open?.lines.push(line.slice(item[0].length))
    } else if (open?.list) open.lines.push(`${open.lines.pop()}\n${line.trim()}`)
    else {
      open ??= { list: false, ordered: false, start: 1, lines: [] }
      open.lines.push(line)
    }
  }
  end()
  return blocks
}

const toBlock = ({
  list,
  ordered,
  start,
  lines,
}: {
  list: boolean
  ordered: boolean
  start: number
  lines: string[]
}): Block =>
  list
    ? { type: 'list', ordered, start, items: lines.map(parseInline) }
    : { type: 'paragraph', children: parseInline(lines.join('\n')) }
