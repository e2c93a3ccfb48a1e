import { parentPort } from 'node:worker_threads'
import type { Task } from '../../experiment/cell.ts'
import { models } from '../../models/models.ts'
import { answerTo } from '../answer.ts'

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answerTo(models, task)))
