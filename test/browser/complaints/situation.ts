import type { Config, Step, Tour } from '../../../src/schema'

/** One page of somebody else's product, with what is in the way of a guide there. */
export interface Situation {
  /** Contents of `<body>`. What comes later stands in a `<template>`. */
  body: string
  css?: string
  /** How the page begins; that of HTML unless said. */
  doctype?: string
  /** Body of the page at `/frame`, which is the host's alone. */
  frame?: string
  /** A classic script of the host, at the end of the body. */
  script?: string
  /** A host application of `hosts/`, as a module. */
  app?: string
  dir?: 'ltr' | 'rtl'
  lang?: string
  /** Steps of the tour `tour`, which starts by itself unless `when` says otherwise. */
  steps?: Step[]
  /** The rest of that tour. */
  tour?: Partial<Tour>
  /** Everything else of the config. */
  config?: Partial<Config>
}

export const configOf = ({ steps, tour, config }: Situation): Config => ({
  version: 1,
  ...(steps && { tours: [{ id: 'tour', frequency: 'always', ...tour, steps }] }),
  ...config,
})

const SNIPPET = `window.handrail=window.handrail||[];"identify group track page start stop reset consent on".split(" ").forEach(function(m){handrail[m]=handrail[m]||function(){handrail.push([m].concat([].slice.call(arguments)))}})`
const LISTEN = `
  window.events = []
  window.violations = []
  handrail.on('event', function (event) { events.push(event) })
  addEventListener('securitypolicyviolation', function (event) { violations.push(event.violatedDirective) })`
/** Host scripts use it for what comes later: they have no HTML sinks either. */
const HOST = `
  const $ = (selector) => document.querySelector(selector)
  const copyOf = (selector) => $(selector).content.cloneNode(true)`

/** A page of the host without the SDK. */
export const frameMarkup = ({ frame = '', css = '' }: Situation, nonce: string): string =>
  `<!doctype html><html lang="en"><title>Frame</title><style nonce="${nonce}">${css}</style><body>${frame}`

/** The page as HTML; `nonce` is what the host's own style and scripts have under its policy. */
export function markup(situation: Situation, nonce: string, attributes: string): string {
  const { body, css = '', doctype = '<!doctype html>', script, app, dir = 'ltr', lang = 'en' } = situation
  const own = (text: string) => `<script nonce="${nonce}">${text}</script>`
  return `${doctype}<html lang="${lang}" dir="${dir}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Product</title>
<style nonce="${nonce}">body { margin: 0; font: 16px/1.5 sans-serif } ${css}</style>
${own(SNIPPET + LISTEN)}${own(HOST)}
${app ? '' : `<script async src="/handrail.js" ${attributes}></script>`}
<body>${body}${script ? own(script) : ''}${app ? `<script type="module" src="/hosts/${app}.js"></script>` : ''}`
}
