import { digits } from '../../core/numbers'
import { pointsOf, type ScaleQuestion } from '../../core/survey-answer'
import type { SurveyHost } from '../host'
import { describedBy, type FieldProps } from './field'
import { nextRadio } from './radio-keys'
import { Face, Star, ThumbDown, ThumbUp } from './symbols'

/** A row of values of which one is chosen: a radio group in which the arrows move and Space or Enter choose. */
export function Scale({ host, question, draft, invalid, onGive }: FieldProps<ScaleQuestion>) {
  const points = pointsOf(question)
  const look = lookOf(question)
  const ends = endsOf(host, question)
  const last = points.length - 1

  const symbolOf = (point: number, index: number) => {
    if (look === 'stars') return <Star size={28} />
    if (look === 'emoji') return <Face mood={(index / last) * 2 - 1} />
    if (look === 'thumbs') return index > 0 ? <ThumbUp size={24} /> : <ThumbDown size={24} />
    return digits(point, host.locale)
  }

  /** What is read out: the value, of how many when it is drawn, and at the ends what they mean. */
  const nameOf = (point: number, index: number) => {
    if (look === 'thumbs') return host.say(index > 0 ? 'thumbUp' : 'thumbDown')
    const number =
      look === 'numbers' ? digits(point, host.locale) : host.say('ratingOf', { n: point, total: last + 1 })
    const meaning = index === 0 ? ends[0] : index === last ? ends[1] : ''
    return meaning ? host.say('pair', { first: number, second: meaning }) : number
  }

  return (
    <>
      <div
        class={`scale ${look}`}
        role="radiogroup"
        aria-labelledby="title"
        aria-required={!question.optional}
        {...describedBy(question, invalid)}
        onKeyDown={(event) => onKey(event, host.dir)}
      >
        {points.map((point, index) => (
          <label class="cell" key={point}>
            <input
              type="radio"
              name={question.id}
              value={point}
              checked={point === draft.value}
              aria-label={nameOf(point, index)}
              onClick={() => onGive(point)}
            />
            {symbolOf(point, index)}
          </label>
        ))}
      </div>
      {ends.some(Boolean) && look !== 'thumbs' && (
        <div class="ends note" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </>
  )
}

const lookOf = (question: ScaleQuestion) =>
  question.type !== 'csat' ? 'numbers' : question.points === 2 ? 'thumbs' : (question.look ?? 'numbers')

/** Words at the ends of the scale: those of the question, else those of its type. */
function endsOf(host: SurveyHost, { type, low, high }: ScaleQuestion): readonly [string, string] {
  const usual = (end: 'Low' | 'High') => (type === 'rating' ? '' : host.say(`${type}${end}`))
  return [host.plain(low) || usual('Low'), host.plain(high) || usual('High')]
}

/** The browser's own arrows choose as they move; here they only move. Space and Enter choose. */
function onKey(event: KeyboardEvent, dir: 'ltr' | 'rtl'): void {
  const { currentTarget: group, target: radio } = event
  if (!(group instanceof HTMLElement) || !(radio instanceof HTMLInputElement)) return
  const radios = [...group.querySelectorAll('input')]
  const next = nextRadio(event.key, radios.indexOf(radio), radios.length, dir)
  if (next === undefined && event.key !== 'Enter') return
  event.preventDefault()
  if (next === undefined) radio.click()
  else radios[next]?.focus()
}
