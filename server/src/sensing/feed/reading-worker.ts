import { parentPort, workerData } from 'node:worker_threads'
import { readFeed } from './read.ts'

// In a thread of its own: a document made to be slow to read must not keep anybody waiting but itself.
parentPort!.postMessage('stands')
const { text, base } = workerData as { text: string; base: string }
try {
  parentPort!.postMessage({ feed: readFeed(text, base) })
} catch {
  parentPort!.postMessage({ feed: null })
}
