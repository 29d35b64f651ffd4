/** The chunk that decides what is shown: loaded when a config has something to show or to notice. */
export { eventMatches } from '../core/conditions'
export { matchesPage } from '../core/page-pattern'
export { passesThrough } from '../platform/locate'
export { createGuides } from './guides'
