import { format } from '../../core/strings'
import type { TourView } from '../../core/tour-types'
import { StepCard, type StepCardProps } from './step-card'

/** How a step is shown when it may be shown as it wants. */
export type Shape = 'tooltip' | 'modal' | 'slideout' | 'banner'

/** Without its target a step is shown in the middle. */
export function shapeOf({ step, centered }: TourView): Shape {
  if (centered) return 'modal'
  return step.as ?? (step.target === undefined ? 'modal' : 'tooltip')
}

export interface StepFrameProps extends StepCardProps {
  /** A tooltip at the bottom of a phone. */
  sheet: boolean
  onCancel: () => void
}

/** The frame around a step: a tooltip, a modal dialog, a card in a corner or a bar along an edge. */
export function StepFrame({ sheet, onCancel, ...card }: StepFrameProps) {
  const { host, view } = card
  const { title, body, position } = view.step
  const label = title
    ? { 'aria-labelledby': 'title' }
    : { 'aria-label': format(host.strings.guide, {}, host.locale) }
  const about = { ...label, ...(body && { 'aria-describedby': 'body' }), tabIndex: -1 }
  const content = <StepCard {...card} />
  switch (shapeOf(view)) {
    case 'modal':
      return (
        <dialog
          {...about}
          class="card step modal appear"
          key={view.step.id}
          onCancel={cancel(onCancel)}
          onClose={onCancel}
        >
          {content}
        </dialog>
      )
    case 'slideout':
      return (
        <div class="corner sheet" data-position={CORNERS[position ?? 'end']}>
          <section {...about} class="card step slideout appear" role="dialog" key={view.step.id}>
            {content}
          </section>
        </div>
      )
    case 'banner':
      return (
        <div class="edge" data-position={position === 'bottom' ? 'bottom' : 'top'}>
          <section {...about} class="card step banner appear" role="dialog" key={view.step.id}>
            {content}
          </section>
        </div>
      )
    case 'tooltip':
      return (
        <div class={`popover ${sheet ? 'on-phone' : ''}`} key={sheet}>
          <section {...about} class="card step" role="dialog">
            {content}
          </section>
          <i class="arrow" />
        </div>
      )
  }
}

const CORNERS = { end: 'bottom-end', start: 'bottom-start', top: 'top-end', bottom: 'bottom-end' } as const

/** The tour decides whether it closes, not the browser. */
const cancel = (run: () => void) => (event: Event) => {
  event.preventDefault()
  run()
}
