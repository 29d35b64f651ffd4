import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'

/** Debian packages of the fonts that the pictures of the gallery are taken with, and a file of each. */
const fonts = {
  'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
}
const packages = ['chromium', ...Object.keys(fonts)]
const advice = `The browser tests need Chromium, and none was found. Do one of these, then run \`npm test\` again:
  - Debian, Ubuntu:  sudo apt-get update && sudo apt-get install --yes ${packages.join(' ')}
  - any system:      npx playwright-core install chromium
  - set HANDRAIL_CHROMIUM to the path of a Chromium, Chrome or Edge you have`

/**
 * Path of a Chromium. Installs Debian's packages of it and of the fonts where that is allowed; otherwise the error says
 * what to do. Without the fonts, the tests that need them are skipped.
 */
export function ensureBrowser() {
  const missing = [
    ...(findBrowser() ? [] : ['chromium']),
    ...Object.keys(fonts).filter((name) => !existsSync(fonts[name])),
  ]
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (missing.length > 0 && mayInstall) install(missing)
  const browser = findBrowser()
  if (!browser) throw new Error(advice)
  return browser
}

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['-o', 'Acquire::Retries=3', '--quiet', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
  }
}
