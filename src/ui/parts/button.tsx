import type { ComponentChildren } from 'preact'

interface ButtonProps {
  look: 'primary' | 'secondary' | 'link'
  onClick: () => void
  children: ComponentChildren
}

export const Button = ({ look, onClick, children }: ButtonProps) => (
  <button type="button" class={`button ${look}`} onClick={onClick}>
    {children}
  </button>
)
