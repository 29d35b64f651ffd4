import { chromium } from 'playwright-core'
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs'

const executablePath = findBrowser()
const flags = [
  '--headless=new',
  ...browserFlags,
  '--enable-precise-memory-info',
  // Nothing leaves this machine: every other name fails to resolve.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]

export function launch() {
  if (!executablePath) throw new Error('No Chromium found: install it, or name it in HANDRAIL_CHROMIUM')
  return chromium.launch({ executablePath, headless: false, args: flags })
}

/** Under the name of a browser with a window: several SDKs drop the events of a headless one without a word. */
export async function newContext(browser) {
  const [major] = browser.version().split('.')
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`
  return browser.newContext({ viewport: { width: 1280, height: 800 }, userAgent })
}

/** A session of the DevTools protocol. */
export const connect = (page) => page.context().newCDPSession(page)

/** Slows the page's CPU down by this factor; 1 is its own speed. */
export const throttle = (session, rate) => session.send('Emulation.setCPUThrottlingRate', { rate })
