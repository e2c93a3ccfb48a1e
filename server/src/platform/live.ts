import type { FastifyReply } from 'fastify'
import pg from 'pg'

type Listener = () => void

/** Tells open pages, over any number of processes, that a subject changed. Ids only: what changed is read by whoever may. */
export interface Live {
  /** Calls back when something happens to the subject (`inquiry:<id>`); returns how to stop. */
  watch(subject: string, listener: Listener): () => void
  /** Calls back once when no more will come, so that an open stream can end. */
  atEnd(listener: Listener): () => void
  /** Ends the open streams, which a server that stops would otherwise wait for. */
  endStreams(): void
  /** Calls back on every activity. */
  follow(listener: Listener): () => void
  close(): Promise<void>
}

export async function openLive(connection: pg.PoolConfig, onError: (error: Error) => void): Promise<Live> {
  const listeners = new Map<string, Set<Listener>>()
  let closed = false
  let client: pg.Client | undefined

  const tell = (key: string) => listeners.get(key)?.forEach((listener) => listener())
  const connect = async () => {
    client = new pg.Client({ ...connection, application_name: 'mortar live' })
    client.on('notification', ({ payload }) => {
      const { kind, id } = JSON.parse(payload ?? '{}') as { kind?: string; id?: string }
      tell(`${kind}:${id}`)
      tell('*')
    })
    client.on('error', onError)
    client.on('end', () => {
      if (!closed) setTimeout(() => connect().catch(onError), 1000).unref()
    })
    await client.connect()
    await client.query('listen activity')
    // What happened while nobody listened is caught up by whoever follows all.
    tell('*')
  }
  await connect()

  const watch = (key: string, listener: Listener) => {
    const set = listeners.get(key) ?? new Set()
    listeners.set(key, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0) listeners.delete(key)
    }
  }
  return {
    watch,
    follow: (listener) => watch('*', listener),
    endStreams: () => tell('end'),
    atEnd: (listener) => watch('end', listener),
    async close() {
      closed = true
      await client?.end()
    },
  }
}

/** Answers with a stream of server-sent events until the reader goes away. */
export function streamTo(reply: FastifyReply, live: Live, watch: (send: (event: string) => void) => () => void) {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const stop = watch((event) => raw.write(`event: ${event}\ndata: {}\n\n`))
  const beat = setInterval(() => raw.write(': still here\n\n'), 25_000)
  const forget = live.atEnd(() => raw.end())
  raw.on('close', () => {
    clearInterval(beat)
    stop()
    forget()
  })
}
