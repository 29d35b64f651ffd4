import { expect, it } from 'vitest'
import { loadConfig } from '../../../src/transport/config'

const url = 'https://collect.example.com/v1/config?writeKey=wk_demo'
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))
const load = (kept?: unknown) =>
  loadConfig(url, { fetch: unreachable, cache: { get: () => kept, set: () => {} } })

it('a config that cannot be fetched is missed with its address, and why', async () => {
  await expect(load()).rejects.toThrow(`${url} cannot be reached: Failed to fetch`)
})

it('the last good config of the same address serves meanwhile', async () => {
  const kept = { url, json: { version: 1 }, hash: 'h1' }
  expect(await load(kept)).toEqual(kept)
  await expect(load({ ...kept, url: 'https://elsewhere.example.com' })).rejects.toThrow(url)
})
