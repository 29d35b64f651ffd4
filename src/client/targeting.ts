/** The chunk that decides what is shown: loaded when a config has something to show or to notice. */
export { createGuides } from './guides'
