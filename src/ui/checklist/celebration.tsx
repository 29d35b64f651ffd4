import { CheckIcon } from '../parts/icons'

const RAYS = 12

/** A check that draws itself while short strokes leave it; under a second, once, and not at all with reduced motion. */
export const Celebration = () => (
  <div class="celebration">
    <svg class="icon rays" viewBox="-50 -50 100 100" width="120" height="120" aria-hidden="true">
      {Array.from({ length: RAYS }, (_, index) => (
        <path
          class={index % 2 ? 'ray late' : 'ray'}
          d={index % 2 ? 'M0-30v-8' : 'M0-30v-12'}
          pathLength="1"
          transform={`rotate(${(360 / RAYS) * index})`}
        />
      ))}
    </svg>
    <span class="medal">
      <CheckIcon size={28} />
    </span>
  </div>
)
