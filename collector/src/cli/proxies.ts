import { isIP } from 'node:net'
import { InvalidArgumentError } from 'commander'
import type { Settings } from '../settings'

/** Names of address ranges that Fastify knows: https://fastify.dev/docs/latest/Reference/Server/#trustproxy */
const ranges = ['loopback', 'linklocal', 'uniquelocal']

/** Which proxies are believed. `true`, `false` and nothing are what the variable of a plain flag holds. */
export function toProxies(text: string): Settings['trustProxy'] {
  if (text === '' || text === 'false' || text === '0') return false
  if (text === 'true' || text === 'serve') return 1 // a plain flag before the command is given that word
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const proxies = text.split(',').map((one) => one.trim())
  if (proxies.every((one) => ranges.includes(one) || isNetwork(one))) return proxies
  throw new InvalidArgumentError(
    `expected a number of proxies, or addresses such as 10.0.0.5,192.168.0.0/16 (also ${ranges.join(', ')})`,
  )
}

/** An address, or a network such as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most)
  return isIP(address) !== 0 && isPrefix && more === undefined
}
