import { parentPort } from 'node:worker_threads'
import { perform, type TaskInput, type TaskName } from '@mortar/graph'

parentPort!.on('message', ({ task, input }: { task: TaskName; input: TaskInput<TaskName> }) =>
  parentPort!.postMessage(perform(task, input as never)),
)
