import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What a process of its own says: news of its work, or what it failed of. */
export type Said<News> = { news: News } | { failed: unknown }

/** A process of its own that ended for want of memory, by itself or by the system. */
export class OutOfMemory extends Error {}

export interface Apart {
  /** Whether it came to its end by itself; rejects with what it failed of. */
  ended: Promise<boolean>
  /** Ends it at once; resolves when it is gone. */
  end(): Promise<unknown>
}

interface Options<News> {
  hear?: (news: News) => void
  /** The most that it may keep in memory, in MB; its last words are then of no use to anybody. */
  memory?: number
}

/**
 * Does the work of a file (see `workApart`) in a process of its own: it keeps a core busy or may take too much memory,
 * and must not keep pages waiting nor take the server with it. It ends when this process does.
 */
export function startApart<News>(file: URL, given: object, { hear = () => {}, memory }: Options<News> = {}): Apart {
  const child = fork(fileURLToPath(file), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', memory ? 'ignore' : 'inherit', 'ipc'],
    execArgv: memory ? [...process.execArgv, `--max-old-space-size=${memory}`] : process.execArgv,
  })
  let stopped = false
  let failed: { reason: unknown } | undefined
  child.on('message', (said: Said<News>) => {
    if ('failed' in said) failed = { reason: said.failed }
    else hear(said.news)
  })
  // What it said last may arrive after it is gone: the line closes when all is read.
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  // A process that is already gone cannot be told anything; how it went is told by its end.
  child.send(given, () => undefined)
  const ended = gone.then(([[code, signal]]) => {
    if (stopped) return false
    if (failed) throw failed.reason
    if (signal === 'SIGABRT' || signal === 'SIGKILL') throw new OutOfMemory(`ended by ${signal}`)
    if (code !== 0) throw new Error(`ended by ${signal ?? `code ${code}`}`)
    return true
  })
  return {
    ended,
    end() {
      stopped = true
      child.kill('SIGKILL')
      return gone
    },
  }
}
