import type { ComponentChildren } from 'preact'

/** Names of fields are unique on a page, so that a label finds its control. */
const idOf = (name: string) => `field-${name}`

/** A label above the control of that name. */
export function Field({
  name,
  label,
  children,
}: {
  name: string
  label: string
  children: ComponentChildren
}) {
  return (
    <div class="field">
      <label for={idOf(name)}>{label}</label>
      {children}
    </div>
  )
}

/** The id and name of a control inside a `Field`. */
export const named = (name: string) => ({ id: idOf(name), name })

interface SelectProps<Value extends string> {
  name: string
  value: Value
  options: readonly (readonly [value: Value, label: string])[]
  onChange?: (value: Value) => void
}

export function Select<Value extends string>({ name, value, options, onChange }: SelectProps<Value>) {
  const changed = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const chosen = options.find(([option]) => option === event.currentTarget.value)
    if (chosen) onChange?.(chosen[0])
  }
  return (
    <select {...named(name)} onChange={changed}>
      {options.map(([option, label]) => (
        <option key={option} value={option} selected={option === value}>
          {label}
        </option>
      ))}
    </select>
  )
}
