import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Crew } from '../../experiment/crew.ts'
import { crewOver, type Port } from '../pool.ts'

// In the published package this file and its worker are JavaScript.
const script = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/**
 * A crew of Node's threads, as many as there are processors unless told. `end` it, else the process stays. Another
 * `worker` script may answer for models of your own.
 */
export const nodeCrew = (size: number = availableParallelism(), worker: URL = script): Crew =>
  crewOver(Array.from({ length: size }, () => portOf(new Worker(worker))))

const portOf = (worker: Worker): Port => ({
  post: (message) => worker.postMessage(message),
  hear: (answered, failed) => void worker.on('message', answered).on('error', failed),
  end: async () => void (await worker.terminate()),
})
