import type { Services } from '../../services'
import type { ScoringService } from '../../signals/scoring'

/** What the API needs of the collector. It scores accounts when they are asked for, and so needs all of scoring. */
export interface ApiServices extends Pick<Services, 'control' | 'engine' | 'live' | 'now'> {
  scoring: ScoringService
}
