import { projects } from './projects.mjs'
import { run } from './run.mjs'

run('biome', ['check', '--error-on-warnings', '.'])
for (const project of projects) run('tsc', ['--project', project])
