import { CheckIcon, CloseIcon } from '../parts/icons'
import type { GuideReading } from './read-guides'

/** Every guide with its verdict; opened, all its gates in order. */
export function GuideList({ guides }: { guides: readonly GuideReading[] }) {
  if (guides.length === 0) return <p class="empty">The config has no guides.</p>
  return (
    <ul class="rows">
      {guides.map((guide) => (
        <li key={`${guide.kind}.${guide.id}`}>
          <GuideRow guide={guide} />
        </li>
      ))}
    </ul>
  )
}

function GuideRow({ guide: { id, kind, isOpen, gates, verdict } }: { guide: GuideReading }) {
  const [state, why] = isOpen
    ? ['open', 'It is on the screen.']
    : verdict
      ? ['refused', verdict.why]
      : ['free', 'It may come now.']
  return (
    <details>
      <summary>
        <span class="dot" data-state={state} />
        <span class="name">{id}</span>
        <span class="kind">{kind}</span>
        <span class="why">
          {verdict && !isOpen && <code>{verdict.gate}</code>} {why}
        </span>
      </summary>
      <ol class="gates">
        {gates.map(({ gate, passed, why }) => (
          <li data-passed={passed} data-verdict={gate === verdict?.gate} key={gate}>
            {passed ? <CheckIcon size={16} /> : <CloseIcon size={16} />}
            <b>
              {gate}
              <span class="sr">{passed ? ' passes:' : ' refuses:'}</span>
            </b>
            <span>{why}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
