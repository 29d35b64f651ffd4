import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** For a browser that a script drives: no window system, no sandbox in a container, no traffic of its own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a Chromium: the one named by `HANDRAIL_CHROMIUM` or `CHROMIUM`, an installed one, Playwright's own. */
export function findBrowser({ env = process.env } = {}) {
  const named = env.HANDRAIL_CHROMIUM || env.CHROMIUM
  if (named && !existsSync(named))
    throw new Error(`HANDRAIL_CHROMIUM names ${named}, but there is no such file`)
  const folders = (env.PATH ?? '').split(delimiter)
  const installed = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  return named || [...installed, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path))
}
