interface TickProps {
  type: 'checkbox' | 'radio'
  name?: string
  value?: string
  checked: boolean
  label: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
  onTick: (on: boolean) => void
}

/** A box to tick, or one choice of several, with its label. */
export const Tick = ({ label, onTick, ...input }: TickProps) => (
  <label class="choice">
    <input {...input} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
    <span>{label}</span>
  </label>
)
