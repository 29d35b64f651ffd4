import type { ChecklistProgress, ItemProgress } from '../../core/checklist'
import { format } from '../../core/strings'
import type { Checklist } from '../../schema'
import type { ChecklistHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CloseButton } from '../parts/close-button'
import { ProgressBar } from '../parts/progress'
import { Celebration } from './celebration'
import { ChevronIcon } from './icons'
import { ItemRow } from './item-row'

/** What the user has opened and seen; nothing of it outlives the page. */
export interface CardState {
  /** Id of the open item; `undefined` leaves it to the one that is next, `null` opens none. */
  expanded: string | null | undefined
  /** Whether the card asks if it shall go for good. */
  asking: boolean
  /** Items done while the user looked. */
  fresh: ReadonlySet<string>
}

export interface CardProps {
  host: ChecklistHost
  checklist: Checklist
  progress: ChecklistProgress
  state: CardState
  onToggle: (id: string, expanded: boolean) => void
  onAct: (progress: ItemProgress) => void
  onCollapse: () => void
  onAsk: (asking: boolean) => void
  onDismiss: () => void
  onFinish: () => void
}

/** The open checklist. */
export function Card(props: CardProps) {
  const { host, checklist, progress, state, onCollapse, onAsk } = props
  const { strings, locale } = host
  const say = (message: keyof typeof strings) => format(strings[message], {}, locale)
  return (
    <section class="card checklist appear" role="dialog" aria-labelledby="title" tabIndex={-1}>
      <div class="head">
        <h2 id="title">{host.plain(checklist.title)}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={say('collapse')}
          title={say('collapse')}
          onClick={onCollapse}
        >
          <ChevronIcon />
        </button>
        <CloseButton label={say('dismissChecklist')} onClick={() => onAsk(true)} />
      </div>
      <div class="scroll">{progress.complete ? <Finish {...props} /> : <Items {...props} />}</div>
      {state.asking && <Ask {...props} />}
    </section>
  )
}

function Items({ host, checklist, progress, state, onToggle, onAct }: CardProps) {
  const { doneCount, totalCount, items } = progress
  const text = format(host.strings.progress, { n: doneCount, total: totalCount }, host.locale)
  return (
    <>
      <div class="intro">
        <Blocks blocks={host.blocks(checklist.body)} />
        <div class="progress note">
          <ProgressBar value={doneCount} max={totalCount} label={text} />
          <span>{text}</span>
        </div>
      </div>
      <ul class="items">
        {items.map((item) => {
          const { id } = item.item
          const expanded = state.expanded === undefined ? item.current : state.expanded === id
          return (
            <ItemRow
              key={id}
              host={host}
              progress={item}
              expanded={expanded}
              fresh={state.fresh.has(id)}
              onToggle={() => onToggle(id, !expanded)}
              onAct={() => onAct(item)}
            />
          )
        })}
      </ul>
    </>
  )
}

const Finish = ({ host, checklist, onFinish }: CardProps) => (
  <div class="finish">
    {checklist.celebrate && <Celebration />}
    <p>{format(host.strings.allDone, {}, host.locale)}</p>
    <Button look="primary" onClick={onFinish}>
      {format(host.strings.done, {}, host.locale)}
    </Button>
  </div>
)

const Ask = ({ host, onAsk, onDismiss }: CardProps) => (
  <div class="ask fade" role="alert">
    <p>{format(host.strings.dismissAsk, {}, host.locale)}</p>
    <div class="buttons">
      <Button look="secondary" onClick={() => onAsk(false)}>
        {format(host.strings.dismissNo, {}, host.locale)}
      </Button>
      <Button look="primary" onClick={onDismiss}>
        {format(host.strings.dismissYes, {}, host.locale)}
      </Button>
    </div>
  </div>
)
