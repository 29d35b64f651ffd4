import { interpolate } from './text'
import { isSafeUrl } from './url'

/** A piece of a line. */
export type Inline =
  | { type: 'text' | 'code'; text: string }
  | { type: 'bold' | 'italic'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }

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
