import { spawnSync } from 'node:child_process'

/**
 * Runs a command of node_modules/.bin with its output shown. When it ends with an exit code that is not `accepted`,
 * this process ends with the same.
 */
export function run(command, args, accepted = [0]) {
  const { status, error } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
  if (error) throw error
  if (!accepted.includes(status)) process.exit(status ?? 1)
}
