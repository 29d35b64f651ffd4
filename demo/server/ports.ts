import { createServer } from 'node:net'

/** The first free port of 127.0.0.1 from `preferred` on, leaving out those in `taken`. 0 stays 0: any port. */
export async function findPort(preferred: number, taken: readonly number[] = []): Promise<number> {
  if (preferred === 0) return 0
  for (let port = preferred; port < preferred + 50; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new Error(`Ports ${preferred} to ${preferred + 49} are all in use.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
