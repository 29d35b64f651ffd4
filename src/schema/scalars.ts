import * as z from 'zod/mini'
import { d, integer } from './describe'
import { rules } from './rules'

export const id = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'an id: lower-case letters, digits and hyphens, at most 64'))

/** BCP 47, as far as a config needs it: `en`, `fa-IR`, `zh-Hant-TW`. */
export const language = z
  .string()
  .check(z.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/u, 'a BCP 47 language such as "en" or "fa-IR"'))

const texts = z.record(language, z.string()).check(rules.language)
export const text = z.union([z.string(), texts], { error: 'text, or an object from language to text' })
export type Text = z.infer<typeof text>

export const duration = z
  .string()
  .check(
    z.regex(
      /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/u,
      'an ISO 8601 duration such as "P30D" or "PT10M"',
    ),
  )

export const isoDate = z
  .string()
  .check(
    z.regex(
      /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/u,
      'an ISO 8601 date such as "2026-11-01"',
    ),
  )

export const pattern = z.string().check(rules.pattern)

export const page = z.union(
  [
    z.string().check(z.regex(/^\//u, 'a path pattern that starts with "/"')),
    z.strictObject({
      regex: d(pattern, 'Regular expression over path and query; one that does not compile matches nothing.'),
    }),
  ],
  { error: 'a path pattern such as "/projects/*", or {"regex": "…"}' },
)
export type Page = z.infer<typeof page>

/** Relative URLs and http(s), mailto, tel. Control characters are refused, because browsers skip them inside a scheme. */
export const url = z
  .string()
  .check(
    z.regex(
      /^(?!\s)(?:https?:|mailto:|tel:|(?![a-zA-Z][a-zA-Z0-9+.-]*:))[^\p{Cc}]*$/u,
      'a relative, http(s), mailto or tel URL',
    ),
  )

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a string, number, boolean or null',
})
export type Scalar = z.infer<typeof scalar>

/** `z.int` would bring a page all number formats of zod. */
export const whole = (min: number, max = Number.MAX_SAFE_INTEGER) =>
  integer(z.number().check(rules.whole, z.gte(min), z.lte(max)))

export const percent = z.number().check(z.gte(0), z.lte(100))
export const eventName = z.string().check(z.minLength(1), z.maxLength(200))
