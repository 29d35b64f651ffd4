import type { Inline } from './blocks'
import { createNodes, type Mark, type Nodes } from './markdown-nodes'
import { isSafeUrl } from './url'

const TOKEN = /\\[\\`*[\](){}#.!+-]|\{\{[^{}]*\}\}|\*+|`|\[|\]\([^()\s]+\)|\n|[^\\`*[\]{\n]+|[\s\S]/gy

/** One paragraph or list item as inline nodes, in time linear to its length. */
export function parseInline(text: string): Inline[] {
  const nodes = createNodes()
  const codeEnd = createCodeEnd(text)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match
    const { index } = match
    if (token[0] === '*') TOKEN.lastIndex = index + star(nodes, text, token, index)
    else if (token === '`' && codeEnd(index) > index + 1) {
      nodes.add({ type: 'code', text: text.slice(index + 1, codeEnd(index)) })
      TOKEN.lastIndex = codeEnd(index) + 1
    } else other(nodes, token)
  }
  return nodes.finish()
}

/** Where the code that begins at `index` ends; -1 when it does not, which is looked up only once for the whole text. */
function createCodeEnd(text: string): (index: number) => number {
  const last = text.lastIndexOf('`')
  return (index) => (index < last ? text.indexOf('`', index + 1) : -1)
}

/** Takes one or two stars of a run, and returns how many. */
function star(nodes: Nodes, text: string, run: string, index: number): number {
  const canClose = /\S/.test(text[index - 1] ?? '')
  const canOpen = /\S/.test(text[index + run.length] ?? '')
  const closesItalic = canClose && nodes.innermost() === 'italic' && run.length !== 2
  const mark: Mark = run.length === 1 || closesItalic ? 'italic' : 'bold'
  const source = mark === 'italic' ? '*' : '**'
  const isOpen = nodes.isOpen(mark)
  if (isOpen && canClose) nodes.close(mark, (children) => ({ type: mark, children }))
  else if (!isOpen && canOpen) nodes.open(mark, source)
  else nodes.text(source)
  return source.length
}

function other(nodes: Nodes, token: string): void {
  const href = token.startsWith('](') ? token.slice(2, -1) : ''
  if (token === '\n') nodes.add({ type: 'break' })
  else if (token === '[' && !nodes.isOpen('link')) nodes.open('link', token)
  else if (href && nodes.isOpen('link') && isSafeUrl(href))
    nodes.close('link', (children) => ({ type: 'link', href, children }))
  else nodes.text(token[0] === '\\' && token.length > 1 ? token.slice(1) : token)
}
