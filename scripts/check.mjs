import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const projects = ['tsconfig.pure.json', 'tsconfig.json', 'collector/tsconfig.json', 'demo/tsconfig.json']

run('biome', ['check', '--error-on-warnings', '.'])
for (const project of projects.filter(existsSync)) run('tsc', ['--project', project])
