import { spawnSync } from 'node:child_process'

/** Runs a command of node_modules/.bin with its output shown; when it fails, this process ends with its exit code. */
export function run(command, args) {
  const { status, error } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
