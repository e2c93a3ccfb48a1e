import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'
import { perform } from './tasks.ts'

/**
 * Whoever does the work: this thread alone, or a host's workers. Results come back in the order of the inputs, so
 * that nothing depends on how many workers there are or which is faster. A host with workers (`size` > 1) gives each
 * input to one of them, calls `perform` there and may rely on all arrays lying in shared memory.
 */
export interface Crew {
  readonly size: number
  run<Name extends TaskName>(task: Name, inputs: readonly TaskInput<Name>[]): Promise<TaskOutput<Name>[]>
}

/** One thread, no workers: for browsers without shared memory, for tests and for small things. */
export const alone: Crew = {
  size: 1,
  run: (task, inputs) => Promise.resolve(inputs.map((input) => perform(task, input))),
}

const SHARES_PER_WORKER = 8

/** Cuts 0 … count into ranges, a few for each worker so that a slow one does not hold up the others. */
export function sharesOf(count: number, crew: Crew): { from: number; to: number }[] {
  const shares = crew.size === 1 ? 1 : Math.min(count, crew.size * SHARES_PER_WORKER)
  const edge = (share: number) => Math.floor((count * share) / shares)
  return Array.from({ length: shares }, (_, share) => ({ from: edge(share), to: edge(share + 1) }))
}

/** The same value with every typed array in shared memory, if the crew needs it. */
export const forCrew = <Value>(value: Value, crew: Crew): Value => (crew.size === 1 ? value : inSharedMemory(value))

function inSharedMemory<Value>(value: Value): Value {
  if (value instanceof Int32Array || value instanceof Float64Array) return sharedCopy(value) as Value
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inSharedMemory(part)])) as Value
}

function sharedCopy(array: Int32Array | Float64Array): Int32Array | Float64Array {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const buffer = new SharedArrayBuffer(array.byteLength)
  const copy = array instanceof Int32Array ? new Int32Array(buffer) : new Float64Array(buffer)
  copy.set(array)
  return copy
}
