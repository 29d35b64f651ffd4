import type { ComponentChildren } from 'preact'
import { type Block, fillBlocks, type Inline, plainText } from '../core/blocks'
import { parseMarkdown } from '../core/markdown'
import type { Markup } from '../core/surface'
import { Media } from './parts/media'

/** Markdown as elements. Text stays text: nothing here is ever parsed again. Guides of plain text alone do without this chunk. */
export const markup: Markup = {
  draw: (text, values) => fillBlocks(parseMarkdown(text), values).map(toElement),
  read: (text, values) => plainText(fillBlocks(parseMarkdown(text), values)),
  Media,
}

function toElement(block: Block): object {
  if (block.type === 'paragraph') return <p>{inlines(block.children)}</p>
  const items = block.items.map((item) => <li>{inlines(item)}</li>)
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

const inlines = (nodes: readonly Inline[]): ComponentChildren => nodes.map(inline)

function inline(node: Inline): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.text
    case 'code':
      return <code>{node.text}</code>
    case 'bold':
      return <strong>{inlines(node.children)}</strong>
    case 'italic':
      return <em>{inlines(node.children)}</em>
    case 'break':
      return <br />
    case 'link':
      return <a {...linkTarget(node.href)}>{inlines(node.children)}</a>
  }
}

// A link elsewhere must not take the user out of the product in the middle of a guide.
function linkTarget(href: string) {
  const isElsewhere = URL.canParse(href) && new URL(href).origin !== location.origin
  return isElsewhere ? { href, target: '_blank', rel: 'noopener noreferrer' } : { href }
}
