import type { ChecklistProgress } from '../../core/checklist'
import type { Checklist } from '../../schema'
import type { ChecklistHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CloseButton, IconButton } from '../parts/close-button'
import { ProgressBar } from '../parts/progress'
import { Celebration } from './celebration'
import { ChevronIcon } from './icons'
import { ItemRow, type ItemRowProps } from './item-row'

/** What the user has opened and seen; nothing of it outlives the page. */
export interface CardView {
  /** Id of the open item; `undefined` leaves it to the one that is next, `null` opens none. */
  expanded: string | null | undefined
  /** Whether the card asks if it shall go for good. */
  asking: boolean
  /** Ids of items done while the user looked. */
  fresh: readonly string[]
}

export interface CardProps {
  host: ChecklistHost
  checklist: Checklist
  progress: ChecklistProgress
  view: CardView
  onChange: (part: Partial<CardView>) => void
  onAct: ItemRowProps['onAct']
  onCollapse: () => void
  onLeave: (outcome: 'completed' | 'dismissed') => void
}

/** The open checklist. */
export function Card(props: CardProps) {
  const { host, checklist, progress, view, onChange, onCollapse } = props
  return (
    <section class="card checklist appear" role="dialog" aria-labelledby="title" tabIndex={-1}>
      <div class="head">
        <h2 id="title">{host.plain(checklist.title)}</h2>
        <IconButton icon={ChevronIcon} label={host.say('collapse')} onClick={onCollapse} />
        <CloseButton label={host.say('dismissChecklist')} onClick={() => onChange({ asking: true })} />
      </div>
      <div class="scroll">{progress.leftCount > 0 ? <Items {...props} /> : <Finish {...props} />}</div>
      {view.asking && <Ask {...props} />}
    </section>
  )
}

function Items({ host, checklist, progress: { doneCount, items }, view, onChange, onAct }: CardProps) {
  const text = host.say('progress', { n: doneCount, total: items.length })
  return (
    <>
      <div class="intro">
        <Blocks blocks={host.blocks(checklist.body)} />
        <div class="progress note">
          <ProgressBar value={doneCount} max={items.length} label={text} />
          <span>{text}</span>
        </div>
      </div>
      <ul class="items">
        {items.map(({ item, state }) => {
          const { id } = item
          const expanded = view.expanded === undefined ? state === 'current' : view.expanded === id
          return (
            <ItemRow
              key={id}
              host={host}
              item={item}
              state={state}
              expanded={expanded}
              fresh={view.fresh.includes(id)}
              onToggle={() => onChange({ expanded: expanded ? null : id })}
              onAct={onAct}
            />
          )
        })}
      </ul>
    </>
  )
}

const Finish = ({ host, checklist, onLeave }: CardProps) => (
  <div class="finish">
    {checklist.celebrate && <Celebration />}
    <p>{host.say('allDone')}</p>
    <Button look="primary" onClick={() => onLeave('completed')}>
      {host.say('done')}
    </Button>
  </div>
)

const Ask = ({ host, onChange, onLeave }: CardProps) => (
  <div class="ask fade" role="alert">
    <p>{host.say('dismissAsk')}</p>
    <div class="buttons">
      <Button look="secondary" onClick={() => onChange({ asking: false })}>
        {host.say('dismissNo')}
      </Button>
      <Button look="primary" onClick={() => onLeave('dismissed')}>
        {host.say('dismissYes')}
      </Button>
    </div>
  </div>
)
