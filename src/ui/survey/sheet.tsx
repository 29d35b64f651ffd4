import type { ComponentChild } from 'preact'
import type { Survey } from '../../schema'
import { createAnnouncer } from '../announcer'
import { createFocusKeeper } from '../focus-keeper'
import type { SurveyHost } from '../host'
import { createMount, createStyleSheet } from '../mount'
import { CloseButton } from '../parts/close-button'
import { surveyStyles } from './styles'

const styleSheet = createStyleSheet(surveyStyles)
/** How long the thanks stay, unless the user is at them. */
const FAREWELL_MS = 4000

/** The card of a survey: a slideout in a corner, or a modal dialog. */
export interface Sheet {
  /** Draws the same question again. */
  paint(content: ComponentChild): void
  /** Draws another one: it is announced, and takes over the focus if the last one had it. */
  turn(content: ComponentChild, title: string): void
  /** Closes by itself when it has been read. */
  leaveSoon(): void
  close(): void
}

export function createSheet<State>(
  host: SurveyHost<State>,
  survey: Survey,
  onClose: (how: 'close' | 'escape') => void,
): Sheet {
  const mount = createMount(host, styleSheet)
  const announcer = createAnnouncer(mount.container)
  const card = () => mount.container.querySelector<HTMLElement>('.card') ?? undefined
  const focus = createFocusKeeper(mount.root, card)
  let farewell: ReturnType<typeof setTimeout> | undefined

  const Frame = survey.as === 'modal' ? ModalFrame : CornerFrame
  const paint = (content: ComponentChild) =>
    mount.paint(
      <Frame onCancel={() => onClose('escape')}>
        <div class="scroll">{content}</div>
        <CloseButton label={host.say('close')} onClick={() => onClose('close')} />
      </Frame>,
    )

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'F6') focus.toggle()
    else if (event.key === 'Escape' && focus.isInside()) onClose('escape')
    else return
    event.preventDefault()
  }
  window.addEventListener('keydown', onKey)

  function leaveIfUnattended(): void {
    const attended = mount.container.querySelector('.card:hover, :focus-visible')
    if (attended) farewell = setTimeout(leaveIfUnattended, FAREWELL_MS)
    else onClose('close')
  }

  return {
    paint,
    turn(content, title) {
      focus.redraw(
        () => paint(content),
        () => firstField(mount.container) ?? card(),
      )
      announcer.say(title)
    },
    leaveSoon() {
      farewell = setTimeout(leaveIfUnattended, FAREWELL_MS)
    },
    close() {
      clearTimeout(farewell)
      window.removeEventListener('keydown', onKey)
      focus.giveBack(() => {
        announcer.close()
        mount.close()
      })
    },
  }
}

/** Where the answer begins. A touch screen would cover the question with its keyboard, so not a text field there. */
function firstField(container: HTMLElement): HTMLElement | null | undefined {
  const first = container.querySelector<HTMLElement>('.scroll :is(a, button, input, textarea)')
  const opensKeyboard = first?.matches('textarea') && !matchMedia('(pointer: fine)').matches
  return opensKeyboard ? undefined : first
}

interface FrameProps {
  onCancel: () => void
  children: ComponentChild[]
}

const CornerFrame = ({ children }: FrameProps) => (
  <div class="corner sheet">
    <section class="card survey appear" role="dialog" aria-labelledby="title" tabIndex={-1}>
      {children}
    </section>
  </div>
)

const ModalFrame = ({ onCancel, children }: FrameProps) => (
  <dialog
    class="card survey modal appear"
    aria-labelledby="title"
    tabIndex={-1}
    onCancel={(event) => {
      event.preventDefault()
      onCancel()
    }}
    onClose={onCancel}
  >
    {children}
  </dialog>
)
