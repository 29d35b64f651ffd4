import { parseInline } from './markdown-inline'
import type { Inline } from './markdown-nodes'
import { interpolate } from './text'
import { isSafeUrl } from './url'

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }

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

/** The blocks with every placeholder replaced: as text in text, percent-encoded in an address. */
export const fillBlocks = (blocks: readonly Block[], values: Readonly<Record<string, unknown>>): Block[] =>
  blocks.map((block) =>
    block.type === 'list'
      ? { ...block, items: block.items.map((item) => fillInline(item, values)) }
      : { ...block, children: fillInline(block.children, values) },
  )

const fillInline = (nodes: readonly Inline[], values: Readonly<Record<string, unknown>>): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (node.type === 'break') return [node]
    if ('text' in node) return [{ ...node, text: interpolate(node.text, values) }]
    const children = fillInline(node.children, values)
    if (node.type !== 'link') return [{ ...node, children }]
    const href = interpolate(node.href, values, encodeURIComponent)
    return isSafeUrl(href) ? [{ ...node, href, children }] : children
  })

/** What the blocks say, without markup; for names read aloud and for search. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.type === 'list' ? block.items : [block.children]))
    .map((nodes) => nodes.map(inlineText).join(''))
    .join('\n')

const inlineText = (node: Inline): string => {
  if (node.type === 'break') return '\n'
  return 'text' in node ? node.text : node.children.map(inlineText).join('')
}
