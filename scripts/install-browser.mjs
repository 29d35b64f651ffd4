import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'

const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk']
const advice = `The browser tests need Chromium, and none was found. Do one of these, then run \`npm test\` again:
  - Debian, Ubuntu:  sudo apt-get update && sudo apt-get install --yes ${packages.join(' ')}
  - any system:      npx playwright-core install chromium
  - set HANDRAIL_CHROMIUM to the path of a Chromium, Chrome or Edge you have`

/** Path of a Chromium. Installs Debian's package where that is allowed; otherwise the error says what to do. */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installPackages()
  const installed = findBrowser()
  if (!installed) throw new Error(advice)
  return installed
}

function installPackages() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['-o', 'Acquire::Retries=3', '--quiet', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
  }
}
