import type { ComponentChildren } from 'preact'
import type { Block, Inline } from '../../core/blocks'

/** Parsed Markdown as elements. Text stays text: nothing here is ever parsed again. */
export const Blocks = ({ blocks, id }: { blocks: readonly Block[]; id?: string }) =>
  blocks.length === 0 ? null : (
    <div class="blocks" {...(id && { id })}>
      {blocks.map(toElement)}
    </div>
  )

function toElement(block: Block): ComponentChildren {
  if (block.type === 'paragraph') return <p>{inlines(block.children)}</p>
  const items = block.items.map((item) => <li>{inlines(item)}</li>)
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

/** The pieces of one line; for titles, which take no blocks. */
export const inlines = (nodes: readonly Inline[]): ComponentChildren => nodes.map(inline)

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
