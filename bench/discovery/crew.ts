import type { Crew, TaskInput, TaskName, TaskOutput } from '@mortar/graph'
import { Worker } from 'node:worker_threads'

interface Job {
  readonly message: { task: TaskName; input: unknown }
  readonly done: (output: unknown) => void
  readonly failed: (reason: unknown) => void
}

/** A crew of Node's worker threads, and how to send it home. */
export function workerCrew(size: number): { crew: Crew; dismiss: () => Promise<void> } {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)))
  const giveOut = () => {
    while (idle.length > 0 && waiting.length > 0) hand(idle.pop()!, waiting.shift()!)
  }
  const hand = (worker: Worker, job: Job) => {
    const settle = (end: () => void) => {
      worker.off('message', answered)
      worker.off('error', job.failed)
      end()
      idle.push(worker)
      giveOut()
    }
    const answered = (output: unknown) => settle(() => job.done(output))
    worker.on('message', answered)
    worker.on('error', job.failed)
    worker.postMessage(job.message)
  }
  idle.push(...workers)

  const run = <Name extends TaskName>(task: Name, inputs: readonly TaskInput<Name>[]) => {
    const outputs = inputs.map(
      (input) =>
        new Promise<TaskOutput<Name>>((done, failed) => {
          const settled = (output: unknown) => done(output as TaskOutput<Name>)
          waiting.push({ message: { task, input }, done: settled, failed })
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
