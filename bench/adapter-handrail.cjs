const { join } = require('node:path')
const { version } = require('../package.json')

const script = join(__dirname, '../dist/browser/handrail.js')

/**
 * Handrail as the harness of the peers runs it: the script as it is shipped, started by its own script tag.
 * The functions of `track` run in the page.
 */
module.exports = {
  id: 'handrail',
  pkg: null,
  version,
  kind: 'analytics',
  bundles: [{ label: 'script tag', file: script }],
  track: {
    // The harness includes the script without attributes; this tag is the one that a product would have.
    init: async ({ origin }) => {
      const included = document.querySelector('head script[src]')
      const tag = document.createElement('script')
      tag.src = included.src
      Object.assign(tag.dataset, { writeKey: 'wk_bench', endpoint: origin })
      await new Promise((loaded) => {
        tag.onload = loaded
        document.head.append(tag)
      })
    },
    track: (name, properties) => window.handrail.track(name, properties),
    respond: () => ({ body: '{"success":true}' }),
  },
}
