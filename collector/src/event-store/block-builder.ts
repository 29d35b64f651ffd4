import { Worker } from 'node:worker_threads'
import type { BuildRequest, BuiltBlock, FromWorker, WorkerStart } from './block-messages'

export interface BlockBuilder {
  /** Reads records of the spool and makes rows of them; one call at a time. Rejects when it could not, and may be asked again. */
  build(request: BuildRequest): Promise<BuiltBlock>
  close(): Promise<void>
}

export interface BlockBuilderOptions extends WorkerStart {
  /** The bundled `block-worker.js`. */
  workerFile: string
}

/** Builds blocks in a thread of its own, which is started again when it ends. */
export function createBlockBuilder({ workerFile, ...start }: BlockBuilderOptions): BlockBuilder {
  let worker: Worker | undefined

  function running(): Worker {
    if (worker) return worker
    const fresh = new Worker(workerFile, { workerData: start })
    fresh.once('exit', () => {
      if (worker === fresh) worker = undefined
    })
    fresh.on('error', () => {}) // whoever waits for a block is told; without a listener it would end the process
    worker = fresh
    return fresh
  }

  return {
    build: (request) => ask(running(), request),
    close: async () => void (await worker?.terminate()),
  }
}

function ask(worker: Worker, request: BuildRequest): Promise<BuiltBlock> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      settled()
    }
    const onMessage = (message: FromWorker) =>
      settle(() => (message.kind === 'built' ? resolve(message.block) : reject(new Error(message.reason))))
    const onError = (error: unknown) => settle(() => reject(error))
    const onExit = (code: number) =>
      settle(() => reject(new Error(`the thread that builds blocks ended (code ${code})`)))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}
