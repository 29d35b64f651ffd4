export const adapters = [
  {
    id: 'segment',
    pkg: '@segment/analytics-next',
    bundles: [
      { label: 'npm import', entry: `export { AnalyticsBrowser } from '@segment/analytics-next'` },
      { label: 'standalone.js', files: ['@segment/analytics-next/dist/umd/standalone.js'], load: false },
    ],
    track: {
      // Its batching may pause for more than 25 s between two requests.
      quietMs: 60_000,
      init: async ({ host }, options) => {
        const settings = {
          'Segment.io': { apiKey: 'bench', apiHost: `${host}/v1`, protocol: 'http', ...options },
        }
        window.__segment = window.__sdk.AnalyticsBrowser.load(
          { writeKey: 'bench', cdnSettings: { integrations: settings } },
          { integrations: settings },
        )
        await window.__segment.ready()
      },
      track: (name, properties) => {
        window.__segment.track(name, properties)
      },
      respond: () => ({ body: '{"success":true}' }),
      variants: [
        { label: 'one request per event', options: {} },
        {
          label: 'batches of 10, 5 s',
          options: { deliveryStrategy: { strategy: 'batching', config: { size: 10, timeout: 5000 } } },
        },
      ],
    },
  },
]
