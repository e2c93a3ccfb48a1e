import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { alone, type Crew, type Graph, type TaskInput, type TaskName, type TaskOutput } from '@mortar/graph'

interface Job {
  readonly message: { task: TaskName; input: unknown }
  readonly done: (output: unknown) => void
  readonly failed: (reason: unknown) => void
}

/** From so many ties on, more than one worker is worth their start. */
const worthSharing = 200_000

/** Does some work with a crew that fits the size of a network, and sends it home afterwards. */
export async function withCrew<T>({ targets }: Graph, work: (crew: Crew) => Promise<T>): Promise<T> {
  const size = targets.length / 2 < worthSharing ? 1 : Math.min(4, availableParallelism())
  if (size === 1) return work(alone)
  const { crew, dismiss } = workerCrew(size)
  try {
    return await work(crew)
  } finally {
    await dismiss()
  }
}

/** A crew of Node's worker threads, and how to send it home. */
export function workerCrew(size: number): { crew: Crew; dismiss: () => Promise<void> } {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const workers = Array.from({ length: size }, () => new Worker(new URL('./crew-worker.ts', import.meta.url)))
  const giveOut = () => {
    while (idle.length > 0 && waiting.length > 0) hand(idle.pop()!, waiting.shift()!)
  }
  const hand = (worker: Worker, job: Job) => {
    const answered = (output: unknown) => {
      worker.off('message', answered).off('error', job.failed)
      job.done(output)
      idle.push(worker)
      giveOut()
    }
    worker.on('message', answered).on('error', job.failed)
    worker.postMessage(job.message)
  }
  idle.push(...workers)

  const run = <Name extends TaskName>(task: Name, inputs: readonly TaskInput<Name>[]) => {
    const outputs = inputs.map(
      (input) =>
        new Promise<TaskOutput<Name>>((done, failed) => {
          waiting.push({ message: { task, input }, done: (output) => done(output as TaskOutput<Name>), failed })
        }),
    )
    giveOut()
    return Promise.all(outputs)
  }
  return {
    crew: { size, run },
    dismiss: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}
