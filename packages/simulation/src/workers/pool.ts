import type { Task } from '../experiment/cell.ts'
import type { Crew } from '../experiment/crew.ts'

/** One worker, whatever makes it one: messages go in, one answer to each comes out. */
export interface Port {
  post(message: unknown): void
  hear(answered: (answer: Answer) => void, failed: (error: Error) => void): void
  end(): void | Promise<void>
}

export type Answer = { readonly values: Float64Array } | { readonly failure: string }

interface Job {
  readonly task: Task
  readonly done: PromiseWithResolvers<Float64Array>
}

/** A crew of workers: each does one task at a time, further tasks wait for the first one free. */
export function crewOver(ports: readonly Port[]): Crew {
  const idle = [...ports]
  const waiting: Job[] = []
  const busy = new Map<Port, Job>()
  let broken: Error | undefined

  function next(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const [port, job] = [idle.pop()!, waiting.shift()!]
      busy.set(port, job)
      port.post(job.task)
    }
  }

  function answered(port: Port, answer: Answer): void {
    const job = busy.get(port)
    busy.delete(port)
    idle.push(port)
    if ('values' in answer) job?.done.resolve(answer.values)
    else job?.done.reject(new Error(answer.failure))
    next()
  }

  function failed(error: Error): void {
    broken = error
    for (const { done } of [...busy.values(), ...waiting.splice(0)]) done.reject(error)
    busy.clear()
  }

  for (const port of ports) port.hear((answer) => answered(port, answer), failed)
  return {
    size: ports.length,
    run: (task) => {
      if (broken) return Promise.reject(broken)
      const done = Promise.withResolvers<Float64Array>()
      waiting.push({ task, done })
      next()
      return done.promise
    },
    end: async () => {
      await Promise.all(ports.map((port) => port.end()))
      failed(new Error('The crew has gone home.'))
    },
  }
}
