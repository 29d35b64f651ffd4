import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const none = { passed: 0, failed: 0, skipped: 0 }

/** A command of an installed package. */
export const bin = (name) => `node_modules/.bin/${name}`

/** A command that counts as one test. */
export const check = (name, command, args) => () => {
  const passed = spawn(command, args) === 0
  console.log(`${passed ? '✓' : '✗'} ${name}`)
  return { ...none, [passed ? 'passed' : 'failed']: 1 }
}

/** A project of `vitest.config.ts`, counted test by test. */
export const project = (name) => () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = spawn(bin('vitest'), ['run', '--project', name, ...reporters])
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')), status)
  } catch (error) {
    console.error(`✗ ${name}: no report (${error.message})`)
    return { ...none, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tests of a report. A file that failed before its first test, and a run that failed without one, count as one. */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }, status) {
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(hasFailed),
  )
  const failed = numFailedTests + broken.length
  return {
    passed: numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}

const hasFailed = ({ status }) => status === 'failed'

function spawn(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) throw error
  return status
}

/** Counts of several suites together. */
export const total = (results) =>
  results.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    none,
  )
