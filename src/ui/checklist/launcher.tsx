import { digits } from '../../core/numbers'
import { format } from '../../core/strings'
import type { ChecklistHost } from '../host'
import { CheckIcon } from '../parts/icons'
import { ProgressRing } from '../parts/progress'

interface LauncherProps {
  host: ChecklistHost
  title: string
  done: number
  total: number
  onOpen: () => void
}

/** What a collapsed checklist leaves on the page: how far it is, and how many tasks wait. */
export function Launcher({ host, title, done, total, onOpen }: LauncherProps) {
  const { strings, locale } = host
  const left = total - done
  const say = (message: keyof typeof strings, values = {}) => format(strings[message], values, locale)
  const state = left > 0 ? say('tasksLeft', { n: left }) : say('allDone')
  return (
    <button
      type="button"
      class="launcher appear"
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={onOpen}
    >
      <ProgressRing share={done / total} size={24} />
      <span class="sr">{say('pair', { first: say('openChecklist', { title }), second: state })}</span>
      <span class="launcher-title" aria-hidden="true">
        {title}
      </span>
      <span class="badge" aria-hidden="true">
        {left > 0 ? digits(left, locale) : <CheckIcon size={14} />}
      </span>
    </button>
  )
}
