import { type Browser, chromium } from 'playwright-core'
import { browserFlags } from '../../../scripts/find-browser.mjs'

/**
 * Starts Chromium, one for each test file. `vitest.config.ts` looks for it and names it in `HANDRAIL_CHROMIUM`.
 * `args` are further command-line flags, `without` some that the driver would set by itself.
 */
export async function launchBrowser(args: string[] = [], without: string[] = []): Promise<Browser> {
  const executablePath = process.env.HANDRAIL_CHROMIUM
  if (!executablePath) throw new Error('No Chromium found: run `npm test`, which installs it or says how to.')
  return chromium.launch({ executablePath, args: [...browserFlags, ...args], ignoreDefaultArgs: without })
}
