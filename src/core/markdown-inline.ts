import type { Inline } from './markdown'
import { isSafeUrl } from './url'

type Mark = 'bold' | 'italic' | 'link'
interface Open {
  mark: Mark
  /** What stands in the text when it is never closed. */
  source: string
  children: Inline[]
}

const TOKEN = /\\[\\`*[\](){}#.!+-]|\{\{[^{}]*\}\}|\*+|`|\[|\]\([^()\s]*\)|\n|[^\\`*[\]{\n]+|[\s\S]/gy

/**
 * One line or paragraph as inline nodes. A stack of at most one open bold, italic and link: each mark is opened and
 * closed, or given back to the text, once, so that the time is linear and the depth at most three.
 */
export function parseInline(text: string): Inline[] {
  const root: Inline[] = []
  const stack: Open[] = []
  const into = () => stack.at(-1)?.children ?? root
  const isOpen = (mark: Mark) => stack.some((open) => open.mark === mark)
  const unwind = () => {
    const open = stack.pop()
    if (open) pushText(into(), open.source)
    for (const node of open?.children ?? []) pushNode(into(), node)
  }
  const close = (mark: Mark, wrap: (children: Inline[]) => Inline) => {
    while (stack.length && stack.at(-1)?.mark !== mark) unwind()
    const children = stack.pop()?.children ?? []
    into().push(wrap(children))
  }
  const star = (run: string, before: string, after: string): string => {
    const innermost = stack.at(-1)?.mark
    const canClose = !/^\s?$/.test(before)
    const canOpen = !/^\s?$/.test(after)
    const mark: Mark =
      run.length === 1 || (canClose && innermost === 'italic' && run.length !== 2) ? 'italic' : 'bold'
    const source = mark === 'italic' ? '*' : '**'
    if (isOpen(mark) && canClose) close(mark, (children) => ({ type: mark, children }))
    else if (!isOpen(mark) && canOpen) stack.push({ mark, source, children: [] })
    else pushText(into(), source)
    return source
  }

  TOKEN.lastIndex = 0
  let codeEnds = true
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match
    const at = match.index
    if (token[0] === '*') {
      TOKEN.lastIndex = at + star(token, text[at - 1] ?? '', text[at + token.length] ?? '').length
    } else if (token === '`' && codeEnds) {
      const end = text.indexOf('`', at + 1)
      codeEnds = end > 0
      if (end > at + 1) {
        into().push({ type: 'code', text: text.slice(at + 1, end) })
        TOKEN.lastIndex = end + 1
      } else pushText(into(), token)
    } else if (token === '[' && !isOpen('link')) stack.push({ mark: 'link', source: '[', children: [] })
    else if (token.startsWith('](') && isOpen('link') && isSafeUrl(token.slice(2, -1)) && token.length > 3)
      close('link', (children) => ({ type: 'link', href: token.slice(2, -1), children }))
    else if (token === '\n') into().push({ type: 'break' })
    else pushText(into(), token[0] === '\\' && token.length > 1 ? token.slice(1) : token)
  }
  while (stack.length) unwind()
  return root
}

const pushNode = (nodes: Inline[], node: Inline): void => {
  if (node.type === 'text') pushText(nodes, node.text)
  else nodes.push(node)
}
function pushText(nodes: Inline[], text: string): void {
  const last = nodes.at(-1)
  if (last?.type === 'text') last.text += text
  else nodes.push({ type: 'text', text })
}
