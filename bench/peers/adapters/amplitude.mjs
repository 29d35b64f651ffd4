export const adapters = [
  {
    id: 'amplitude',
    pkg: '@amplitude/analytics-browser',
    bundles: [
      { label: 'amplitude-min.js', files: ['@amplitude/analytics-browser/lib/scripts/amplitude-min.js'] },
      {
        label: 'npm import',
        entry: `export { init, track } from '@amplitude/analytics-browser'`,
        sizeOnly: true,
      },
    ],
    track: {
      // It may wait that long before it sends what an earlier page had left.
      quietMs: 60_000,
      init: ({ origin }) => {
        const options = {
          serverUrl: `${origin}/2/httpapi`,
          autocapture: false,
          fetchRemoteConfig: false,
          enableDiagnostics: false,
        }
        return window.amplitude.init('bench0123456789abcdef0123456789ab', options).promise
      },
      track: (name, properties) => {
        window.amplitude.track(name, properties)
      },
      respond: ({ text }) => ({
        body: JSON.stringify({
          code: 200,
          events_ingested: 1,
          payload_size_bytes: text.length,
          server_upload_time: Date.now(),
        }),
      }),
    },
  },
]
