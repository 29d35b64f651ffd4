import type { FastifyPluginAsync } from 'fastify'
import { authorize, writeKeyOf } from '../http/write-key'
import type { Services } from '../services'

/**
 * What browser clients of Segment and RudderStack ask for before they send: which destinations there are. There is one, this
 * collector.
 */
export function otherClientRoutes(services: Services): FastifyPluginAsync {
  return async function otherClients(app) {
    // https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/browser/settings.ts
    app.get<{ Params: { writeKey: string } }>('/v1/projects/:writeKey/settings', async (request) => {
      const { writeKey } = request.params
      await authorize(services, request, writeKey)
      const { host, protocol } = originOf(services, request)
      return {
        integrations: {
          'Segment.io': { apiKey: writeKey, apiHost: `${host}/v1`, protocol, unbundledIntegrations: [] },
        },
        plan: { track: {}, identify: {}, group: {} },
        edgeFunction: {},
      }
    })

    // https://www.rudderstack.com/docs/api/http-api/ — the client sends the key as Basic user and in the query
    for (const path of ['/sourceConfig', '/sourceConfig/'])
      app.get(path, async (request) => {
        const project = await authorize(services, request, writeKeyOf(request))
        return {
          source: {
            id: project.id,
            name: project.name,
            enabled: true,
            config: {},
            dataplanes: {},
            destinations: [],
            updatedAt: new Date(project.createdAt).toISOString(),
          },
          updatedAt: new Date(project.createdAt).toISOString(),
        }
      })
  }
}

function originOf({ settings }: Services, request: { protocol: string; host: string }) {
  const url = new URL(settings.publicUrl ?? `${request.protocol}://${request.host}`)
  return { host: url.host, protocol: url.protocol.slice(0, -1) }
}
