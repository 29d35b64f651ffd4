import { ensureBrowser } from './install-browser.mjs'
import { projects } from './projects.mjs'
import { bin, check, project, total } from './suites.mjs'

const suites = {
  build: [check('build', process.execPath, ['scripts/build.mjs'])],
  check: [
    check('biome', bin('biome'), ['check', '--error-on-warnings', '.']),
    ...projects.map((file) => check(`tsc ${file}`, bin('tsc'), ['--project', file])),
  ],
  unit: [project('unit')],
  types: [project('types')],
  collector: [project('collector')],
  browser: [project('browser')],
}

// `npm test -- unit types` runs only these; what they read was built before.
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in suites))
if (unknown.length > 0) {
  throw new Error(`unknown suite ${unknown.join(', ')}, expected one of ${Object.keys(suites).join(', ')}`)
}
const names = asked.length > 0 ? asked : Object.keys(suites)
if (names.includes('browser')) process.env.HANDRAIL_CHROMIUM = ensureBrowser()

const results = names.flatMap((name) => {
  console.log(`\n── ${name} ──`)
  return suites[name].map((run) => run())
})
const { passed, failed, skipped } = total(results)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
