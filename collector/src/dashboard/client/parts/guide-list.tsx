import type { GuideProgress } from '../../../api-types'
import { Bar } from '../charts/bar'
import { useFormat } from '../format/use-format'
import { idWords } from '../format/words'
import { Section } from './section'

/** How far the account's people came in each guide. */
export function GuideList({ guides }: { guides: readonly GuideProgress[] }) {
  return (
    <Section title="Guides">
      {guides.length === 0 && <p class="quiet-note">No guide has been shown here yet.</p>}
      <ul class="rows">
        {guides.map((guide) => (
          <GuideRow key={`${guide.kind} ${guide.id}`} guide={guide} />
        ))}
      </ul>
    </Section>
  )
}

function GuideRow({ guide }: { guide: GuideProgress }) {
  const format = useFormat()
  const { doneCount, totalCount } = guide
  return (
    <li class="row">
      <div class="row-text">
        <p>
          <span class="strong">{guide.name}</span> <span class="row-note">{idWords(guide.kind)}</span>
        </p>
        <p class="row-note num">
          {format.whole(guide.shown)} shown, {format.whole(guide.completed)} completed,{' '}
          {format.whole(guide.dismissed)} dismissed
        </p>
        {doneCount !== null && totalCount !== null && totalCount > 0 && (
          <div class="guide-progress">
            <Bar value={(100 * doneCount) / totalCount} />
            <span class="num">
              {format.whole(doneCount)} of {format.whole(totalCount)}
            </span>
          </div>
        )}
      </div>
    </li>
  )
}
