import type { SurveyWord } from '../../core/english'
import { digits } from '../../core/numbers'
import { format } from '../../core/strings'
import { scaleOf } from '../../core/survey'
import type { Question } from '../../schema'
import type { SurveyHost } from '../host'
import { Face } from './face'
import { StarIcon, ThumbDownIcon, ThumbUpIcon } from './icons'
import { nextRadio } from './radio-keys'

export type ScaleQuestion = Extract<Question, { type: 'nps' | 'csat' | 'ces' | 'rating' }>

interface ScaleProps {
  host: SurveyHost
  question: ScaleQuestion
  value: unknown
  invalid: boolean
  onChoose: (value: number) => void
}

/** Words at the ends of a scale, unless the question has its own. */
const END_LABELS: Readonly<Partial<Record<ScaleQuestion['type'], readonly [SurveyWord, SurveyWord]>>> = {
  nps: ['npsLow', 'npsHigh'],
  csat: ['csatLow', 'csatHigh'],
  ces: ['cesLow', 'cesHigh'],
}

/** A row of values of which one is chosen: a radio group in which the arrows move and Space or Enter choose. */
export function Scale({ host, question, value, invalid, onChoose }: ScaleProps) {
  const { min, max } = scaleOf(question) ?? { min: 1, max: 1 }
  const values = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const ends = endLabels(host, question)
  return (
    <>
      <div
        class={`scale ${lookOf(question)}`}
        data-count={values.length}
        role="radiogroup"
        aria-labelledby="title"
        aria-required={question.optional !== true}
        {...(invalid && { 'aria-describedby': 'error' })}
        onKeyDown={(event) => onKey(event, host.dir)}
      >
        {values.map((point) => (
          <label class="cell" key={point}>
            <input
              type="radio"
              name={question.id}
              value={point}
              checked={point === value}
              aria-label={labelOf(host, question, point, values, ends)}
              onClick={() => onChoose(point)}
            />
            {symbolOf(question, point, values, host.locale)}
          </label>
        ))}
      </div>
      {ends && lookOf(question) !== 'thumbs' && (
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

function endLabels(
  host: SurveyHost,
  { type, low, high }: ScaleQuestion,
): readonly [string, string] | undefined {
  const [lowKey, highKey] = END_LABELS[type] ?? []
  const say = (key: SurveyWord | undefined) => (key ? format(host.strings[key], {}, host.locale) : '')
  const ends = [low ? host.plain(low) : say(lowKey), high ? host.plain(high) : say(highKey)] as const
  return ends[0] || ends[1] ? ends : undefined
}

/** What is read out: the value, of how many when it is drawn, and at the ends what they mean. */
function labelOf(
  { strings, locale }: SurveyHost,
  question: ScaleQuestion,
  point: number,
  values: readonly number[],
  ends: readonly [string, string] | undefined,
): string {
  const look = lookOf(question)
  if (look === 'thumbs') return format(strings[point === 1 ? 'thumbDown' : 'thumbUp'], {}, locale)
  const total = values.at(-1) ?? point
  const number =
    look === 'numbers' ? digits(point, locale) : format(strings.ratingOf, { n: point, total }, locale)
  const meaning = point === values[0] ? ends?.[0] : point === total ? ends?.[1] : ''
  return meaning ? format(strings.pair, { first: number, second: meaning }, locale) : number
}

function symbolOf(question: ScaleQuestion, point: number, values: readonly number[], locale: string) {
  const look = lookOf(question)
  if (look === 'stars') return <StarIcon size={28} />
  if (look === 'thumbs') return point === 1 ? <ThumbDownIcon size={24} /> : <ThumbUpIcon size={24} />
  if (look === 'emoji') return <Face mood={((point - 1) / (values.length - 1)) * 2 - 1} />
  return digits(point, locale)
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
