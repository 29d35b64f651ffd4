import { digits } from '../../core/numbers'
import type { TourView } from '../../core/tour-types'
import type { Button as ButtonConfig } from '../../schema'
import type { TourHost } from '../host'
import { Blocks } from '../parts/blocks'
import { Button } from '../parts/button'
import { CloseButton } from '../parts/close-button'

export interface StepCardProps {
  host: TourHost
  view: TourView
  onButton: (button: ButtonConfig) => void
  onClose: () => void
}

/** What a step says, whatever it is shown as. */
export function StepCard({ host, view, onButton, onClose }: StepCardProps) {
  const { step } = view
  const title = host.plain(step.title)
  const Media = host.markup?.Media
  return (
    <>
      <div class="scroll">
        {step.media && Media && (
          <Media
            key={step.id}
            media={step.media}
            plain={host.plain}
            playLabel={(title) => host.say('playVideo', { title })}
          />
        )}
        <div class="words">
          {title && <h2 id="title">{title}</h2>}
          <Blocks blocks={host.blocks(step.body)} id="body" />
        </div>
      </div>
      <footer>
        {view.total > 1 && (
          <span
            class="step-of note"
            role="img"
            aria-label={host.say('stepOf', { n: view.index + 1, total: view.total })}
          >
            <Dots index={view.index} total={view.total} locale={host.locale} />
          </span>
        )}
        <div class="buttons">
          {buttonsOf(host, view).map((button, index, all) => (
            <Button
              key={host.plain(button.label)}
              look={button.style ?? (index === all.length - 1 ? 'primary' : 'secondary')}
              onClick={() => onButton(button)}
            >
              {host.plain(button.label)}
            </Button>
          ))}
        </div>
      </footer>
      <CloseButton label={host.say('close')} onClick={onClose} />
    </>
  )
}

/** More steps than this are told in numbers: dots that nobody counts say nothing. */
const MAX_DOTS = 7

function Dots({ index, total, locale }: { index: number; total: number; locale: string }) {
  if (total > MAX_DOTS) return `${digits(index + 1, locale)} / ${digits(total, locale)}`
  return Array.from({ length: total }, (_, at) => <i class={at === index ? 'dot now' : 'dot'} />)
}

/** The step's own buttons; else back and next. A step that waits for the user to do something has no next. */
export function buttonsOf({ say }: TourHost, { step, canGoBack, isLast }: TourView): ButtonConfig[] {
  if (step.buttons) return step.buttons
  const buttons: ButtonConfig[] = canGoBack ? [{ label: say('back'), do: 'back', style: 'secondary' }] : []
  if (step.advance === undefined) buttons.push({ label: say(isLast ? 'done' : 'next'), do: 'next' })
  return buttons
}
