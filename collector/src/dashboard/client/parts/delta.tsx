import { Icon } from '../../shared/icon'
import { useFormat } from '../format/use-format'

/** A change in points, told by arrow and sign; one that is shown as 0.0 has neither. */
export function Delta({ value }: { value: number }) {
  const format = useFormat()
  const sign = Math.sign(Math.round(value * 10))
  return (
    <span class="delta num" data-sign={sign}>
      {sign !== 0 && <Icon name={sign > 0 ? 'up' : 'down'} />}
      {format.signed(value)}
    </span>
  )
}
