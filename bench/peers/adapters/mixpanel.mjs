export const adapters = [
  {
    id: 'mixpanel',
    pkg: 'mixpanel-browser',
    bundles: [
      {
        label: 'npm import core',
        entry: `export { default as mixpanel } from './node_modules/mixpanel-browser/src/loaders/loader-module-core.js'`,
        note: 'without session replay',
      },
      {
        label: 'npm import default',
        entry: `export { default as mixpanel } from 'mixpanel-browser'`,
        note: 'with session recorder',
      },
      {
        label: 'mixpanel.min.js',
        files: ['mixpanel-browser/dist/mixpanel.min.js'],
        load: false,
        note: 'recorder apart; needs its snippet',
      },
    ],
    track: {
      // It may wait that long before it sends what an earlier page had left.
      quietMs: 60_000,
      init: ({ origin }) => {
        const options = {
          api_host: origin,
          track_pageview: false,
          autocapture: false,
          persistence: 'localStorage',
        }
        window.__mixpanel = window.__sdk.mixpanel.init('bench', options, 'bench')
      },
      track: (name, properties) => {
        window.__mixpanel.track(name, properties)
      },
      respond: () => ({ body: '{"status":1,"error":null,"code":200}' }),
    },
  },
]
