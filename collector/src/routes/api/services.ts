import type { Services } from '../../services'

/** What the API needs of the collector. */
export type ApiServices = Pick<Services, 'control' | 'engine' | 'live' | 'now' | 'scoring'>
