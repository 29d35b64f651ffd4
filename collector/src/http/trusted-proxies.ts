import type { FastifyServerOptions } from 'fastify'
import type { Settings } from '../settings'

/** Fastify believes nobody where it is given a number, because it cannot know that the first hop is a proxy; the operator does. */
export function trustedProxies({
  trustProxy,
}: Pick<Settings, 'trustProxy'>): NonNullable<FastifyServerOptions['trustProxy']> {
  return typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy
}
