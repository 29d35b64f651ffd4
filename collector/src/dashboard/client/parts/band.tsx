import type { Band } from '../../../api-types'
import { BAND_WORDS } from '../format/words'

// Circle, diamond, triangle, ring: told apart without colour, and in print.
const SHAPES: Record<Band, string> = {
  healthy: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  watch: 'M6 .4 11.6 6 6 11.6.4 6z',
  at_risk: 'M6 .8 11.8 11H.2z',
  unknown: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
}

export function BandMark({ band }: { band: Band }) {
  return (
    <svg class="band-mark" data-band={band} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={SHAPES[band]} fill="currentColor" />
    </svg>
  )
}

export function BandLabel({ band }: { band: Band }) {
  return (
    <span class="band" data-band={band}>
      <BandMark band={band} />
      {BAND_WORDS[band]}
    </span>
  )
}
