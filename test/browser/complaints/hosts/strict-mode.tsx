import { createHandrail, type Handrail } from 'handrail'

const options = { endpoint: 'http://127.0.0.1:9', config: '/config.json' }
const create = (writeKey: string): Handrail => createHandrail({ ...options, writeKey })
const listen = (handrail: Handrail) => handrail.on('event', (event) => window.events.push(event))

// What StrictMode does to an effect that makes an instance and destroys it in its cleanup.
const first = create('wk_host')
listen(first)
first.destroy()
const second = create('wk_host')
listen(second)
window.handrail = second
// Another team's, in the same page.
Object.assign(window, { other: create('wk_other') })
