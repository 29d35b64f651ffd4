import type { TourView } from '../../core/tour-types'
import { StepCard, type StepCardProps } from './step-card'

/** How a step is shown when it may be shown as it wants. */
export type Shape = 'tooltip' | 'modal' | 'slideout' | 'banner'

/** Without its target a step is shown in the middle. */
export function shapeOf({ step, centered }: Pick<TourView, 'step' | 'centered'>): Shape {
  if (centered) return 'modal'
  return step.as ?? (step.target === undefined ? 'modal' : 'tooltip')
}

export interface StepFrameProps extends StepCardProps {
  /** A tooltip at the bottom of a phone. */
  sheet: boolean
  onCancel: () => void
}

const CORNERS = { end: 'bottom-end', start: 'bottom-start', top: 'top-end', bottom: 'bottom-end' } as const

/** The frame around a step: a tooltip, a modal dialog, a card in a corner or a bar along an edge. */
export function StepFrame({ sheet, onCancel, ...card }: StepFrameProps) {
  const { host, view } = card
  const { id, title, body, position } = view.step
  const shape = shapeOf(view)
  const label = title ? { 'aria-labelledby': 'title' } : { 'aria-label': host.say('guide') }
  const about = { ...label, ...(body && { 'aria-describedby': 'body' }), tabIndex: -1 }
  const content = <StepCard {...card} />
  if (shape === 'modal')
    return (
      <dialog
        {...about}
        class="card step modal appear"
        key={id}
        onCancel={cancel(onCancel)}
        onClose={onCancel}
      >
        {content}
      </dialog>
    )
  // A tooltip stays from step to step and moves; the others come anew.
  if (shape === 'tooltip')
    return (
      <div class={`popover ${sheet ? 'on-phone' : ''}`} key={sheet}>
        <section {...about} class="card step" role="dialog">
          {content}
        </section>
        <i class="arrow" />
      </div>
    )
  const isSlideout = shape === 'slideout'
  const place = isSlideout ? CORNERS[position ?? 'end'] : position === 'bottom' ? 'bottom' : 'top'
  return (
    <div class={isSlideout ? 'corner sheet' : 'edge'} data-position={place}>
      <section {...about} class={`card step ${shape} appear`} role="dialog" key={id}>
        {content}
      </section>
    </div>
  )
}

/** The tour decides whether it closes, not the browser. */
const cancel = (run: () => void) => (event: Event) => {
  event.preventDefault()
  run()
}
