/** What `tsc` checks. The first is `core` and `schema` without the DOM's types, so that a use of `window` fails. */
export const projects = [
  'tsconfig.pure.json',
  'tsconfig.json',
  'collector/tsconfig.json',
  'demo/tsconfig.json',
]
