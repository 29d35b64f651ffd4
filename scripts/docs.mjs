// Writes what pages of docs/ hold of the source, after a build: node scripts/docs.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { configPage } from '../build/config-reference.mjs'
import { sdkPage } from '../build/sdk-reference.mjs'

writeFileSync('docs/sdk.md', sdkPage())
writeFileSync('docs/config.md', configPage(JSON.parse(readFileSync('dist/schema.json', 'utf8'))))
