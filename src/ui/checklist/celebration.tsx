import { CheckIcon } from '../parts/icons'

const RAYS = 12

/** A check that draws itself while short strokes leave it; under a second, once, and not at all with reduced motion. */
export const Celebration = () => (
  <div class="celebration">
    <svg aria-hidden="true" class="rays" viewBox="-50 -50 100 100" width="120" height="120">
      {Array.from({ length: RAYS }, (_, index) => (
        <g transform={`rotate(${(360 / RAYS) * index})`}>
          <line class={index % 2 ? 'ray late' : 'ray'} y1="-30" y2={index % 2 ? -38 : -42} pathLength="1" />
        </g>
      ))}
    </svg>
    <span class="medal">
      <CheckIcon size={28} />
    </span>
  </div>
)
