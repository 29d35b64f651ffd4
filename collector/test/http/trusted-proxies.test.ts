import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { toProxies } from '../../src/cli/proxies'
import { trustedProxies } from '../../src/http/trusted-proxies'

/** Who asked, as the collector sees it: the last address that a proxy which is believed has told. */
async function whoAsked(option: string, peer: string, forwarded?: string): Promise<string> {
  const app = fastify({ trustProxy: trustedProxies({ trustProxy: toProxies(option) }) })
  app.get('/', async ({ ip }) => ip)
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const { body } = await app.inject({ url: '/', remoteAddress: peer, headers })
  await app.close()
  return body
}

describe('--trust-proxy', () => {
  it.each([
    ['false', '10.0.0.1', 'made-up, 203.0.113.9', '10.0.0.1'],
    ['', '10.0.0.1', 'made-up, 203.0.113.9', '10.0.0.1'],
    ['1', '10.0.0.1', 'made-up, 203.0.113.9', '203.0.113.9'],
    ['true', '10.0.0.1', 'made-up, 203.0.113.9', '203.0.113.9'],
    ['1', '10.0.0.1', undefined, '10.0.0.1'],
    ['2', '10.0.0.1', 'made-up, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.1', 'made-up, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.7', '203.0.113.9', '10.0.0.7'],
    ['10.0.0.0/8, 192.168.0.1', '192.168.0.1', 'made-up, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['loopback', '::1', 'made-up, 203.0.113.9', '203.0.113.9'],
  ])('%s, asked by %s for %s: it was %s', async (option, peer, forwarded, who) => {
    expect(await whoAsked(option, peer, forwarded)).toBe(who)
  })

  it.each(['yes', '-1', '10.0.0', '10.0.0.0/33', '10.0.0.0/0', 'proxy.example.com'])('refuses %j', (text) => {
    expect(() => toProxies(text)).toThrow(/expected a number of proxies, or addresses/)
  })
})
