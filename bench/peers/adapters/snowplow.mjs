export const adapters = [
  {
    id: 'snowplow',
    pkg: '@snowplow/browser-tracker',
    bundles: [
      { label: 'umd.min', files: ['@snowplow/browser-tracker/dist/index.umd.min.js'] },
      {
        label: 'esm',
        entry: `export { newTracker, trackSelfDescribingEvent, trackPageView } from '@snowplow/browser-tracker'`,
        sizeOnly: true,
      },
    ],
    track: {
      init: ({ origin }, options) => {
        window.snowplowBrowserTracking.newTracker('sp', origin, { appId: 'bench', ...options })
      },
      track: (name, properties) => {
        const schema = `iglu:dev.bench/${name}/jsonschema/1-0-0`
        window.snowplowBrowserTracking.trackSelfDescribingEvent({ event: { schema, data: properties } })
      },
      respond: () => ({ body: 'ok', type: 'text/plain' }),
      variants: [
        { label: 'default (one event per request)', options: {} },
        { label: 'bufferSize 10', options: { bufferSize: 10 } },
      ],
    },
  },
]
