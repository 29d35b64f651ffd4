import type { ComponentChild } from 'preact'
import { CloseIcon, type IconProps } from './icons'

interface CloseButtonProps {
  label: string
  onClick: () => void
}

interface IconButtonProps extends CloseButtonProps {
  icon: (props: IconProps) => ComponentChild
  class?: string
}

export const IconButton = ({ icon: Icon, class: name = '', label, onClick }: IconButtonProps) => (
  <button type="button" class={`icon-button ${name}`} aria-label={label} title={label} onClick={onClick}>
    <Icon />
  </button>
)

/** The cross in the corner of a card. */
export const CloseButton = (props: CloseButtonProps) => (
  <IconButton icon={CloseIcon} class="close" {...props} />
)
