import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../text/text'
import { Icon } from './Icon'

interface Props {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A modal dialog of the platform: it traps focus, closes on Escape and gives focus back by itself. */
export function Dialog({ title, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} class="dialog" aria-labelledby="dialog-title" onCancel={prevented(onClose)}>
      <header class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** The page that opened the dialog takes it away; the browser must not do it first. */
const prevented = (then: () => void) => (event: Event) => {
  event.preventDefault()
  then()
}
