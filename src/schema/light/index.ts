/*
 * As much of zod/mini as the config schema uses, in an eighth of the bytes. In the script tag it stands in for zod
 * (`build/light-zod.mjs`); for authors, the collector and the npm package zod itself does the work. A test holds the
 * two to the same answers.
 */
export * from './checks'
export * from './kinds'
