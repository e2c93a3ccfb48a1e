import { startApart } from '#platform/apart/start.ts'
import type { ReadFeed } from './read.ts'

const mostTime = 15_000
const mostMemory = 200

/** Reads a feed in a process of its own, within bounds of time and memory; nothing where it is no feed. */
export async function readApart(text: string, base: string): Promise<ReadFeed | null> {
  let feed: ReadFeed | null = null
  const file = new URL('./reading-worker.ts', import.meta.url)
  const hear = (read: ReadFeed | null) => void (feed = read)
  const apart = startApart(file, { text, base }, { hear, memory: mostMemory })
  const late = setTimeout(() => void apart.end(), mostTime)
  // What ends it, a defect of the reader or too little memory, says of the feed that it cannot be read.
  await apart.ended.catch(() => false)
  clearTimeout(late)
  return feed
}
