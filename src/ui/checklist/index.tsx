import { type ChecklistState, joined, progress as progressOf } from '../../core/checklist'
import { checklistEnglish } from '../../core/english/checklist'
import { restoreFocus } from '../../platform/focus'
import { setAside } from '../../platform/top-layer'
import type { Checklist, Item } from '../../schema'
import type { OpenSurface } from '../host'
import { createMount, createStyleSheet } from '../mount'
import { withText } from '../with-text'
import { Card, type CardView } from './card'
import { Launcher } from './launcher'
import { checklistStyles } from './styles'

const styleSheet = createStyleSheet(checklistStyles)
/** How long the card says that all is done before it leaves by itself, unless the user is at it. */
const FAREWELL_MS = 6000
/** Below this width a card opened by nobody would cover the page. */
const PHONE = '(max-width: 479px)'
const UNTOUCHED: CardView = { expanded: undefined, asking: false, fresh: [] }

/** Opens a checklist: its launcher, or its card when it was left open. */
export const open: OpenSurface<Checklist, ChecklistState> = (checklist, surfaceHost) => {
  const host = withText(surfaceHost, checklistEnglish)
  const saved = host.saved()
  const mount = createMount(host, styleSheet)
  setAside(mount.root, 2)
  const progressFrom = (state: ChecklistState | undefined) =>
    progressOf(checklist, host.context(), state, host.rules)
  let progress = progressFrom(saved)
  let collapsed = saved?.collapsed ?? !(checklist.open ?? !matchMedia(PHONE).matches)
  let view = UNTOUCHED
  let farewell: ReturnType<typeof setTimeout> | undefined

  const paint = () =>
    mount.paint(
      <div class={`corner ${collapsed ? '' : 'sheet'}`} data-position={checklist.launcher}>
        {collapsed ? (
          <Launcher host={host} checklist={checklist} progress={progress} onOpen={() => collapse(false)} />
        ) : (
          <Card
            host={host}
            checklist={checklist}
            progress={progress}
            view={view}
            onChange={change}
            onAct={act}
            onCollapse={() => collapse(true)}
            onLeave={leave}
          />
        )}
      </div>,
    )
  const change = (part: Partial<CardView>) => {
    view = { ...view, ...part }
    paint()
  }

  function collapse(now: boolean) {
    collapsed = now
    change(UNTOUCHED)
    save()
    restoreFocus(mount.container.querySelector<HTMLElement>('.launcher, .checklist') ?? undefined)
  }

  const save = () => host.save({ ...progress.state, collapsed })

  function act(action: Item['do']) {
    // What comes next needs the room, and may point at what the card would cover.
    if (action === undefined || typeof action === 'string') return
    collapse(true)
    host.act(action)
  }

  function update() {
    // Another tab may have come further, or it was heard of another device.
    progress = progressFrom(joined(progress.state, host.saved()))
    const ids = progress.completed.map(({ item_id }) => item_id)
    if (ids.length === 0) paint()
    else {
      change({ expanded: undefined, fresh: [...view.fresh, ...ids] })
      save()
    }
    tell()
  }

  function tell() {
    const { completed, leftCount } = progress
    for (const properties of completed) host.track('Item Completed', properties)
    if (leftCount === 0) farewell ??= setTimeout(leaveIfUnattended, FAREWELL_MS)
  }

  function leaveIfUnattended() {
    const attended = mount.container.matches(':hover, :focus-within')
    if (attended) farewell = setTimeout(leaveIfUnattended, FAREWELL_MS)
    else leave('completed')
  }

  function leave(outcome: 'completed' | 'dismissed') {
    close()
    host.close(outcome, outcome === 'dismissed' ? { how: 'close' } : {})
  }

  mount.container.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || collapsed) return
    event.preventDefault()
    if (view.asking) change({ asking: false })
    else collapse(true)
  })
  const unlisten = host.$tick.listen(update)

  function close() {
    unlisten()
    clearTimeout(farewell)
    mount.close()
  }

  paint()
  // A checklist that was kept goes on: it is shown once, not once a page.
  if (!saved) host.track('Guide Shown')
  // Written only when there is something new: what another tab is about to write would be under it.
  if (progress.state !== saved) save()
  tell()
  return { close, expand: () => collapsed && collapse(false) }
}
