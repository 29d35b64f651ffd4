// No peer: what the libraries that Handrail stands on weigh by themselves.
const preact = `export { h, render, Fragment } from 'preact'; export { useState, useEffect, useRef } from 'preact/hooks';`
const floating = `export { computePosition, flip, shift, offset, arrow, autoUpdate } from '@floating-ui/dom';`
const nanostores = `export { atom, computed, map } from 'nanostores';`
const zodMini = `import * as z from 'zod/mini'
const event = z.object({ name: z.string().check(z.maxLength(100)), ts: z.number(), props: z.optional(z.record(z.string(), z.unknown())) })
export const parse = (value) => event.safeParse(value);`

export const adapters = [
  {
    id: 'stack',
    pkg: 'preact',
    bundles: [
      { label: 'preact+hooks+floating+nanostores', entry: preact + floating + nanostores },
      { label: 'the same + zod/mini', entry: preact + floating + nanostores + zodMini, sizeOnly: true },
      { label: 'preact+hooks', entry: preact, sizeOnly: true },
      { label: '@floating-ui/dom', entry: floating, sizeOnly: true },
      { label: 'nanostores', entry: nanostores, sizeOnly: true },
      { label: 'zod/mini', entry: zodMini, sizeOnly: true },
    ],
  },
]
