import type { ChecklistProgress } from '../../core/checklist'
import { digits } from '../../core/numbers'
import type { Checklist } from '../../schema'
import type { ChecklistHost } from '../host'
import { CheckIcon } from '../parts/icons'
import { ProgressRing } from '../parts/progress'

interface LauncherProps {
  host: ChecklistHost
  checklist: Checklist
  progress: ChecklistProgress
  onOpen: () => void
}

/** What a collapsed checklist leaves on the page: how far it is, and how many tasks wait. */
export function Launcher({ host, checklist, progress, onOpen }: LauncherProps) {
  const { doneCount, leftCount, items } = progress
  const title = host.plain(checklist.title)
  const first = host.say('openChecklist', { title })
  const second = leftCount > 0 ? host.say('tasksLeft', { n: leftCount }) : host.say('allDone')
  return (
    <button
      type="button"
      class="launcher appear"
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={onOpen}
    >
      <ProgressRing share={doneCount / items.length} />
      <span class="sr">{host.say('pair', { first, second })}</span>
      <span class="launcher-title" aria-hidden="true">
        {title}
      </span>
      <span class="badge" aria-hidden="true">
        {leftCount > 0 ? digits(leftCount, host.locale) : <CheckIcon size={14} />}
      </span>
    </button>
  )
}
