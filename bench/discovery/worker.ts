import { type TaskInput, type TaskName, perform } from '@mortar/graph'
import { parentPort } from 'node:worker_threads'

parentPort!.on('message', ({ task, input }: { task: TaskName; input: TaskInput<TaskName> }) =>
  parentPort!.postMessage(perform(task, input as never)),
)
