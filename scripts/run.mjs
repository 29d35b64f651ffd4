import { spawn } from 'node:child_process'

/** Runs a command of node_modules/.bin with its output shown. Rejects when it does not exit with 0. */
export function run(command, args) {
  const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`\`${command} ${args.join(' ')}\` ended with ${signal ?? `exit code ${code}`}`))
    })
  })
}
