import { Worker } from 'node:worker_threads'
import type { ReadFeed } from './read.ts'

const mostTime = 15_000
const mostMemory = 200

/** Reads a feed in a thread of its own, within bounds of time and memory; nothing where it is no feed. */
export function readApart(text: string, base: string): Promise<ReadFeed | null> {
  const thread = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: { text, base },
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  })
  return new Promise<ReadFeed | null>((resolve) => {
    let late: NodeJS.Timeout | undefined
    const end = (feed: ReadFeed | null) => {
      clearTimeout(late)
      resolve(feed)
      void thread.terminate()
    }
    thread
      .on('message', (told: 'stands' | { feed: ReadFeed | null }) => {
        // Counted, and ended, only once it stands: Node may crash when a thread is ended while it reads its modules.
        if (told === 'stands') late = setTimeout(() => end(null), mostTime)
        else end(told.feed)
      })
      .on('error', () => end(null))
      .on('exit', () => end(null))
  })
}
