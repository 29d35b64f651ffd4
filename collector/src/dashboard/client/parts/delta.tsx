import { Icon } from '../../shared/icon'
import { useFormat } from '../format/use-format'

/** A change in points, told by arrow and sign. */
export function Delta({ value }: { value: number }) {
  const format = useFormat()
  return (
    <span class="delta num" data-sign={Math.sign(value)}>
      {value !== 0 && <Icon name={value > 0 ? 'up' : 'down'} />}
      {format.signed(value)}
    </span>
  )
}
