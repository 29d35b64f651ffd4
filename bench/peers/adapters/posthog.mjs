const extra = (file, what) => ({
  label: `${file} (later)`,
  files: [`posthog-js/dist/${file}`],
  sizeOnly: true,
  note: `on top, for ${what}`,
})

export const adapters = [
  {
    id: 'posthog-js',
    pkg: 'posthog-js',
    bundles: [
      { label: 'array.js', files: ['posthog-js/dist/array.js'] },
      { label: 'npm import', entry: `export { default as posthog } from 'posthog-js'`, sizeOnly: true },
      {
        label: 'module.slim',
        entry: `import slim from './node_modules/posthog-js/dist/module.slim.js'
export const posthog = slim.posthog ?? slim.default ?? slim`,
        note: 'slim build',
      },
      extra('surveys.js', 'surveys'),
      extra('product-tours.js', 'tours'),
      extra('posthog-recorder.js', 'replay'),
    ],
    track: {
      init: ({ origin }, options) => {
        window.posthog.init('phc_bench', {
          api_host: origin,
          capture_pageview: false,
          capture_pageleave: false,
          opt_out_useragent_filter: true,
          disable_session_recording: true,
          disable_surveys: true,
          advanced_disable_flags: true,
          disable_external_dependency_loading: true,
          ...options,
        })
      },
      track: (name, properties) => window.posthog.capture(name, properties),
      respond: () => ({ body: '{"status":1}' }),
      variants: [
        { label: 'default', options: {} },
        {
          label: 'client rate limit raised',
          options: { rate_limiting: { events_per_second: 1e6, events_burst_limit: 1e6 } },
        },
      ],
    },
  },
]
