import type { ItemProgress } from '../../core/checklist'
import type { Item } from '../../schema'
import type { ChecklistHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CheckIcon } from '../parts/icons'
import { ChevronIcon, LockIcon } from './icons'

export interface ItemRowProps extends ItemProgress {
  host: ChecklistHost
  expanded: boolean
  /** Became done while the user looked: its check draws itself. */
  fresh: boolean
  onToggle: () => void
  onAct: (action: Item['do']) => void
}

/** One item: a mark, its title and, when it is open, what to do and the button that does it. */
export function ItemRow({ host, item, state, expanded, fresh, onToggle, onAct }: ItemRowProps) {
  const title = host.plain(item.title)
  const done = state === 'done'
  const locked = state === 'locked'
  const mark = (
    <span class={`mark ${fresh ? 'fresh' : ''}`}>
      {done && <CheckIcon size={16} />}
      {locked && <LockIcon size={14} />}
    </span>
  )
  if (done || locked || !(item.body || item.do))
    return (
      <li class={`item ${state}`}>
        <div class="item-head">
          {mark}
          <span class="item-title" aria-hidden="true">
            {title}
          </span>
          <span class="sr">
            {done ? host.say('taskDone', { title }) : locked ? host.say('taskLocked', { title }) : title}
          </span>
        </div>
      </li>
    )
  // What is closed stays in the document, so that its height can move; `inert` keeps it out of reach.
  return (
    <li class={`item ${state}`}>
      <button type="button" class="item-head" aria-expanded={expanded} onClick={onToggle}>
        {mark}
        <span class="item-title">{title}</span>
        <ChevronIcon />
      </button>
      <div class="more" inert={!expanded}>
        <div class="more-inner">
          <Blocks blocks={host.blocks(item.body)} />
          {item.do && (
            <Button look="primary" onClick={() => onAct(item.do)}>
              {item.label ? host.plain(item.label) : host.say('start')}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
