/** The chunk that finds elements by role and by text: loaded before the first guide of a config that names any so. */
export { queryRole } from './locate-role'
export { queryText } from './locate-text'
