import type { ItemProgress } from '../../core/checklist'
import { format } from '../../core/strings'
import type { Item } from '../../schema'
import type { ChecklistHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CheckIcon } from '../parts/icons'
import { ChevronIcon, LockIcon } from './icons'

interface ItemRowProps {
  host: ChecklistHost
  progress: ItemProgress
  expanded: boolean
  /** Became done while the user looked: its check draws itself. */
  fresh: boolean
  onToggle: () => void
  onAct: () => void
}

/** One item: a mark, its title and, when it is open, what to do and the button that does it. */
export function ItemRow(props: ItemRowProps) {
  const { host, progress, expanded, fresh, onToggle } = props
  const { item, done, locked, current } = progress
  const title = host.plain(item.title)
  const state = done ? 'done' : locked ? 'locked' : current ? 'current' : 'ready'
  const name = format(nameOf(host, progress), { title }, host.locale)
  if (locked || done || !hasMore(item)) {
    return (
      <li class={`item ${state}`}>
        <div class="item-head">
          <Mark done={done} locked={locked} fresh={fresh} />
          <span class="item-title" aria-hidden="true">
            {title}
          </span>
          <span class="sr">{name}</span>
        </div>
      </li>
    )
  }
  return (
    <li class={`item ${state}`}>
      <button type="button" class="item-head" aria-expanded={expanded} onClick={onToggle}>
        <Mark done={false} locked={false} fresh={false} />
        <span class="item-title">{title}</span>
        <ChevronIcon />
      </button>
      <More {...props} />
    </li>
  )
}

const hasMore = (item: Item) => item.body !== undefined || item.do !== undefined

const nameOf = ({ strings }: ChecklistHost, { done, locked }: ItemProgress) =>
  done ? strings.taskDone : locked ? strings.taskLocked : '{title}'

/** Stays in the document while it is closed, so that its height can move; `inert` keeps it out of reach. */
function More({ host, progress: { item }, expanded, onAct }: ItemRowProps) {
  return (
    <div class="more" data-open={expanded} inert={!expanded}>
      <div class="more-inner">
        <Blocks blocks={host.blocks(item.body)} />
        {item.do && (
          <Button look="primary" onClick={onAct}>
            {item.label ? host.plain(item.label) : format(host.strings.start, {}, host.locale)}
          </Button>
        )}
      </div>
    </div>
  )
}

const Mark = ({ done, locked, fresh }: { done: boolean; locked: boolean; fresh: boolean }) => (
  <span class={`mark ${fresh ? 'fresh' : ''}`}>
    {done && <CheckIcon size={16} />}
    {locked && <LockIcon size={14} />}
  </span>
)
