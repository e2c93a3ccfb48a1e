import type pg from 'pg'
import type { Database } from '#platform/database.ts'
import { startApart } from './apart/start.ts'

/** Who hears of what went wrong. */
export interface Log {
  error(detail: object, words: string): void
}

export interface Place {
  db: Database
  /** How a process of its own reaches the database. */
  connection: pg.PoolConfig
  log: Log
  /** Told when this process ends: what is under way is let go, and its row falls silent. */
  signal?: AbortSignal
}

/** Long work of one kind, a row of the database each: waiting until somebody takes it up, beating while it is done. */
export interface Work<Order, News> {
  /** The file that does it, in a process of its own (`workApart`). */
  file: URL
  /** Tells how far it is; false when it was stopped meanwhile. */
  beat(db: Database, order: Order, news: News | undefined, seconds: number): Promise<boolean>
  fail(db: Database, order: Order, error: unknown): Promise<unknown>
}

const pace = 500

/**
 * Does one piece of work in a process of its own, and keeps its row beating. When this process dies the other ends too, the
 * row falls silent, and whoever looks next takes it up from its beginning. Returns whether it came to its end.
 */
export async function doWork<Order extends object, News>(
  { db, connection, log, signal }: Place,
  { file, beat, fail }: Work<Order, News>,
  order: Order,
  hear: (news: News) => void = () => {},
): Promise<boolean> {
  const began = performance.now()
  let news: News | undefined
  let stopped = false
  const apart = startApart<News>(
    file,
    { ...order, connection },
    {
      hear(told) {
        news = told
        hear(told)
      },
    },
  )
  const stop = () => {
    stopped = true
    return apart.end()
  }
  const letGo = () => void stop()
  signal?.addEventListener('abort', letGo, { once: true })
  const beating = setInterval(() => {
    beat(db, order, news, (performance.now() - began) / 1000).then(
      (goesOn) => (goesOn || stopped ? undefined : stop()),
      // A beat that is missed is made up by the next one.
      () => undefined,
    )
  }, pace)
  try {
    return await apart.ended
  } catch (error) {
    if (stopped) return false
    log.error({ err: error }, 'long work failed')
    await fail(db, order, error)
    return false
  } finally {
    clearInterval(beating)
    signal?.removeEventListener('abort', letGo)
  }
}

const often = 2000

export interface Working {
  /** Lets go what is under way; the next process takes it up again. */
  end(): Promise<void>
}

/** Looks now and then whether there is something to do; one thing at a time in this process. */
export function lookAfterWork(
  place: Omit<Place, 'signal'>,
  looks: readonly ((place: Place) => Promise<unknown>)[],
): Working {
  const over = new AbortController()
  let underWay: Promise<void> | undefined
  // Each failure is told once until all goes well again: a database that is away is away for each look, and at the next.
  let told = new Set<string>()
  const look = async () => {
    const failed = new Set<string>()
    for (const one of looks)
      if (!over.signal.aborted)
        await one({ ...place, signal: over.signal }).catch((error: unknown) => {
          const { message } = error as Error
          if (!over.signal.aborted && !told.has(message)) place.log.error({ err: error }, 'looking for work failed')
          told.add(message)
          failed.add(message)
        })
    told = failed
  }
  const timer = setInterval(() => {
    underWay ??= look().finally(() => (underWay = undefined))
  }, often).unref()
  return {
    async end() {
      clearInterval(timer)
      over.abort()
      await underWay
    },
  }
}
