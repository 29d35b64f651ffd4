import type { ChecklistState, ItemProgress } from '../../core/checklist'
import { progress as progressOf } from '../../core/checklist'
import { checklistEnglish } from '../../core/english/checklist'
import { restoreFocus } from '../../platform/focus'
import { setAside } from '../../platform/top-layer'
import type { Checklist } from '../../schema'
import type { OpenSurface } from '../host'
import { createMount, createStyleSheet } from '../mount'
import { withText } from '../with-text'
import { Card, type CardState } from './card'
import { Launcher } from './launcher'
import { checklistStyles } from './styles'

const styleSheet = createStyleSheet(checklistStyles)
/** How long the card says that all is done before it leaves by itself, unless the user is at it. */
const FAREWELL_MS = 6000
/** Below this width a card opened by nobody would cover the page. */
const PHONE = '(max-width: 479px)'

/** Opens a checklist: its launcher, or its card when it was left open. */
export const open: OpenSurface<Checklist, ChecklistState> = (checklist, surfaceHost) => {
  const host = withText(surfaceHost, checklistEnglish)
  const mount = createMount(host, styleSheet)
  setAside(mount.root)
  let progress = progressOf(checklist, host.context(), host.saved, host.rules)
  let collapsed = host.saved?.collapsed ?? !(checklist.open ?? !matchMedia(PHONE).matches)
  let card: CardState = { expanded: undefined, asking: false, fresh: new Set() }
  let farewell: ReturnType<typeof setTimeout> | undefined

  const paint = () => {
    const { doneCount, totalCount } = progress
    mount.paint(
      <div class={`corner ${collapsed ? '' : 'sheet'}`} data-position={checklist.launcher ?? 'bottom-end'}>
        {collapsed ? (
          <Launcher
            host={host}
            title={host.plain(checklist.title)}
            done={doneCount}
            total={totalCount}
            onOpen={() => toggle(false)}
          />
        ) : (
          <Card
            host={host}
            checklist={checklist}
            progress={progress}
            state={card}
            onToggle={(id, expanded) => change({ expanded: expanded ? id : null })}
            onAct={act}
            onCollapse={() => toggle(true)}
            onAsk={(asking) => change({ asking })}
            onDismiss={() => leave('dismissed')}
            onFinish={() => leave('completed')}
          />
        )}
      </div>,
    )
  }
  const change = (part: Partial<CardState>) => {
    card = { ...card, ...part }
    paint()
  }
  const save = () => host.save({ ...progress.state, collapsed })

  function toggle(collapse: boolean) {
    collapsed = collapse
    card = { expanded: undefined, asking: false, fresh: new Set() }
    save()
    paint()
    restoreFocus(mount.container.querySelector<HTMLElement>('.launcher, .checklist') ?? undefined)
  }

  function act({ item }: ItemProgress) {
    // What comes next needs the room, and may point at what the card would cover.
    if (item.do === undefined || typeof item.do === 'string') return
    toggle(true)
    host.act(item.do)
  }

  function update() {
    const next = progressOf(checklist, host.context(), progress.state, host.rules)
    const changed = next.state !== progress.state
    progress = next
    if (changed) {
      const ids = next.effects.map(({ properties }) => properties.item_id)
      card = { ...card, expanded: undefined, fresh: new Set([...card.fresh, ...ids]) }
      save()
    }
    paint()
    report()
  }

  function report() {
    const { effects, complete } = progress
    progress = { ...progress, effects: [] }
    for (const { event, properties } of effects) host.track(event, properties)
    if (complete) farewell ??= setTimeout(sayFarewell, FAREWELL_MS)
  }

  function sayFarewell() {
    const isAtIt = mount.container.matches(':hover, :focus-within')
    if (isAtIt) farewell = setTimeout(sayFarewell, FAREWELL_MS)
    else leave('completed')
  }

  function leave(outcome: 'completed' | 'dismissed') {
    close()
    host.close(outcome, outcome === 'dismissed' ? { how: 'close' } : {})
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || collapsed) return
    event.preventDefault()
    if (card.asking) change({ asking: false })
    else toggle(true)
  }
  mount.container.addEventListener('keydown', onKey)
  const unlisten = host.$tick.listen(update)

  function close() {
    unlisten()
    clearTimeout(farewell)
    mount.close()
  }

  paint()
  // A checklist that was kept goes on: it is shown once, not once a page.
  if (host.saved === undefined) host.track('Guide Shown')
  save()
  report()
  return { close, expand: () => collapsed && toggle(false) }
}
