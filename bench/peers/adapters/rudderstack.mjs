export const adapters = [
  {
    id: 'rudderstack',
    pkg: '@rudderstack/analytics-js',
    bundles: [
      {
        label: 'bundled',
        entry: `export { RudderAnalytics } from '@rudderstack/analytics-js/bundled'`,
        note: 'with all plugins',
      },
      {
        label: 'npm default',
        entry: `export { RudderAnalytics } from '@rudderstack/analytics-js'`,
        note: 'plugins come from its server',
      },
    ],
    track: {
      init: ({ origin }, { queueOptions }) => {
        const key = 'benchbenchbenchbenchbenchben'
        const source = {
          id: 'source',
          name: 'bench',
          writeKey: key,
          enabled: true,
          workspaceId: 'workspace',
          config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
          connections: [],
          destinations: [],
          dataplanes: {},
        }
        window.__rudder = new window.__sdk.RudderAnalytics()
        return new Promise((ready) => {
          window.__rudder.load(key, origin, {
            configUrl: origin,
            getSourceConfig: () => ({ source, updatedAt: '2026-01-01' }),
            lockIntegrationsVersion: true,
            loadIntegration: false,
            logLevel: 'NONE',
            ...(queueOptions && { queueOptions }),
            onLoaded: ready,
          })
          setTimeout(ready, 3000)
        })
      },
      track: (name, properties) => {
        window.__rudder.track(name, properties)
      },
      respond: () => ({ body: '"OK"', type: 'text/plain' }),
      variants: [
        { label: 'default', options: {} },
        { label: 'batches', options: { queueOptions: { batch: { enabled: true } } } },
      ],
    },
  },
]
