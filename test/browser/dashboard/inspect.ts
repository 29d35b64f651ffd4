import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong on a page, one line each. It is put in past the page's policy, as a person's extension is. */
export async function findAxeProblems(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('Runtime.evaluate', { expression: await readFile(axeFile, 'utf8') })
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression: `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails)
    throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
  return result.value
}

/** Everything the console called an error or a warning, violations of the policy among them, and every exception. */
export function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

/** Asks until the answer is true. Throws when it is not within `withinMs`. */
export async function until(what: string, ask: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadlineMs = Date.now() + withinMs
  while (!(await ask())) {
    if (Date.now() > deadlineMs) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
