import { once } from 'node:events'
import type { Said } from './start.ts'

/** The other side of `startApart`: does what is given, tells news of it, and ends when it is done or nobody listens. */
export async function workApart<Given, News = never>(
  job: (given: Given, tell: (news: News) => void) => Promise<void> | void,
): Promise<void> {
  const say = (said: Said<News>) => new Promise<void>((sent) => process.send!(said, () => sent()))
  process.once('disconnect', () => process.exit())
  // A signal to the whole group is for the server: it ends this process in its own time.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  try {
    const [given] = (await once(process, 'message')) as [Given]
    await job(given, (news) => void say({ news }))
  } catch (error) {
    await say({ failed: error })
  } finally {
    if (process.connected) process.disconnect()
  }
}
