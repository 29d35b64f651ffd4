import type { Inline } from './blocks'

export type Mark = 'bold' | 'italic' | 'link'
interface Open {
  mark: Mark
  /** What stands in the text when it is never closed. */
  source: string
  children: Inline[]
}

/**
 * Inline nodes while they are read. A stack of at most one open bold, italic and link: each mark is opened and closed,
 * or given back to the text, once, so that the time is linear and the depth at most three.
 */
export function createNodes() {
  const root: Inline[] = []
  const stack: Open[] = []
  const into = (): Inline[] => stack.at(-1)?.children ?? root

  function text(words: string): void {
    const last = into().at(-1)
    if (last?.type === 'text') last.text += words
    else into().push({ type: 'text', text: words })
  }

  function add(node: Inline): void {
    if (node.type === 'text') text(node.text)
    else into().push(node)
  }

  function giveBack(): void {
    const open = stack.pop()
    if (open) text(open.source)
    for (const node of open?.children ?? []) add(node)
  }

  return {
    text,
    add,
    innermost: (): Mark | undefined => stack.at(-1)?.mark,
    isOpen: (mark: Mark): boolean => stack.some((open) => open.mark === mark),
    open: (mark: Mark, source: string): void => {
      stack.push({ mark, source, children: [] })
    },
    close(mark: Mark, wrap: (children: Inline[]) => Inline): void {
      while (stack.length > 0 && stack.at(-1)?.mark !== mark) giveBack()
      const children = stack.pop()?.children ?? []
      add(wrap(children))
    },
    finish(): Inline[] {
      while (stack.length > 0) giveBack()
      return root
    },
  }
}
export type Nodes = ReturnType<typeof createNodes>
