import * as z from 'zod/mini'
import { d } from './describe'

const within = z.optional(
  d(
    z.string(),
    'CSS path to the root to search in; `>>>` enters an open shadow root or a same-origin iframe.',
  ),
)
const words = z.string().check(z.minLength(1))
const forms = 'a CSS string, {css}, {testId}, {role, name} or {text, tag}'

export const locator = z.union(
  [
    words,
    z.strictObject({
      css: d(words, 'CSS selector; `>>>` enters an open shadow root or a same-origin iframe.'),
      within,
    }),
    z.strictObject({ testId: d(words, 'Value of `data-testid`, `data-test` or `data-cy`.'), within }),
    z.strictObject({
      role: d(words, 'ARIA role, explicit or implied by the element.'),
      name: z.optional(d(words, 'Accessible name, compared without regard to case and space.')),
      within,
    }),
    z.strictObject({
      text: d(words, 'Visible text of the element, compared without regard to case and space.'),
      tag: z.optional(d(words, 'Tag name the element must have.')),
      within,
    }),
  ],
  { error: forms },
)
export type Locator = z.infer<typeof locator>

export const target = z.union([locator, z.array(locator).check(z.minLength(1))], {
  error: `${forms}, or a list of them`,
})
export type Target = z.infer<typeof target>
