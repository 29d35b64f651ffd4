import { licenseOf, versionOf } from './adapters.mjs'
import { bundleOf } from './bundle.mjs'
import { mergeResult } from './results.mjs'

/** What crosses the network: bytes of JS and the CSS that goes with it. */
export async function runSize(adapters) {
  const rows = []
  for (const adapter of adapters) {
    for (const { label, note = null } of adapter.bundles) {
      const { how, size, later } = await bundleOf(adapter, label)
      const { id } = adapter
      rows.push({
        id,
        version: versionOf(adapter),
        license: licenseOf(adapter),
        label,
        note,
        how,
        size,
        later,
      })
      console.log(id.padEnd(20), label.padEnd(46), `${size.gzip} B gzip`)
    }
  }
  mergeResult('size', rows, ({ id, label }) => `${id} ${label}`, {})
}
