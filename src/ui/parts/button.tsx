import type { ComponentChildren } from 'preact'

interface ButtonProps {
  look: 'primary' | 'secondary' | 'link'
  onClick: () => void
  disabled?: boolean
  children: ComponentChildren
}

export const Button = ({ look, onClick, disabled, children }: ButtonProps) => (
  <button type="button" class={`button ${look}`} disabled={disabled === true} onClick={onClick}>
    {children}
  </button>
)
