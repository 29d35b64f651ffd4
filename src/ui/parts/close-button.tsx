import { CloseIcon } from './icons'

/** The cross in the corner of a card. */
export const CloseButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" class="icon-button close" aria-label={label} title={label} onClick={onClick}>
    <CloseIcon />
  </button>
)
