import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { followActivity } from '#activity/index.ts'
import {
  accountEndpoints,
  actorOf,
  askFor,
  forgetOldSignIns,
  markingWith,
  officeEndpoints,
  openSignIn,
} from '#organization/index.ts'
import { beginPages, keepPages } from '#inquiry/index.ts'
import { forgetOldTraces } from '#network/index.ts'
import { openDatabase, openPool } from '#platform/database.ts'
import { addressesApart, serveApart } from '#platform/files/apart.ts'
import { removeContents } from '#platform/files/removal.ts'
import { fileEndpoints } from '#platform/files/routes.ts'
import type { FileStorage } from '#platform/files/storage.ts'
import { createHttp } from '#platform/http.ts'
import { type Live, openLive } from '#platform/live.ts'
import { pause } from '#platform/process.ts'
import { forgetOldKeys } from '#platform/queries.ts'
import { serveClient } from '#platform/client.ts'
import { lookAfterWork } from '#platform/work.ts'
import { serveReference } from '#platform/reference.ts'
import { wholeEndpoints } from './live.ts'
import { endpoints, followers, looks, mayReadFile, senses, watchable } from './rooms.ts'

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

export interface ServerOptions {
  connection: pg.PoolConfig
  secret: string
  baseUrl: string
  trustProxy?: number | false
  logLevel?: string
  logTo?: { write(line: string): void }
  checkReplies?: boolean
  requestsPerMinute?: number
  /** Where contents of files lie; without it in the database. */
  storage?: FileStorage | undefined
  /** An address of its own for files. */
  filesHost?: string | undefined
  /** Where erasures are kept beside the database, for a restored backup that is older. */
  erasures?: string | undefined
  /** How many GB a table of traces may have that is sent by the page. */
  tracesLimit?: number
  /** Servers of mail whose mailboxes may be read from the pages. */
  mailHosts?: readonly string[]
  /** Hosts of one's own network that feeds may be read from. */
  feedHosts?: readonly string[]
  /** Where the built client lies; none serves the API alone. */
  clientDir?: string
}

export interface Server {
  app: FastifyInstance
  listen(port: number, host?: string): Promise<string>
  /** Brings the readers of activity up to date now. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

/** Mortar whole: every room on one database. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const pool = openPool(options.connection)
  const db = openDatabase(pool)
  const live = await openLive(options.connection, (error) =>
    app?.log.warn({ err: error }, 'live updates lost the database'),
  )
  const marking = markingWith(options.secret)
  const signIn = openSignIn({ db, secret: options.secret, baseUrl: options.baseUrl })
  const all = [
    ...wholeEndpoints(live, watchable, (request) => actorOf(db, signIn, request)),
    ...fileEndpoints({
      mayRead: mayReadFile,
      storage: options.storage,
      addressApart: options.filesHost ? addressesApart(options.filesHost, options.secret) : undefined,
    }),
    ...accountEndpoints(signIn),
    ...officeEndpoints({ baseUrl: options.baseUrl, marking }),
    ...endpoints({ largestTable: options.tracesLimit ?? 2, mailHosts: options.mailHosts ?? [] }, marking),
  ]
  const app = await createHttp({
    db,
    endpoints: all,
    actorOf: (request) => actorOf(db, signIn, request),
    askFor: (request, read, values) => askFor(db, signIn, request, read, values),
    baseUrl: options.baseUrl,
    filesHost: options.filesHost,
    trustProxy: options.trustProxy ?? false,
    logLevel: options.logLevel ?? 'warn',
    logTo: options.logTo,
    checkReplies: options.checkReplies ?? false,
    requestsPerMinute: options.requestsPerMinute ?? 600,
  })
  pool.on('error', (error) => app.log.warn({ err: error }, 'a database connection was lost'))
  serveReference(app, all, version)
  if (options.filesHost) serveApart(app, { ...options, db, storage: options.storage, filesHost: options.filesHost })
  if (options.clientDir) await serveClient(app, options.clientDir)

  await beginPages(db)
  const catchUp = once(async () => {
    const all = await followActivity(db, followers)
    return (await keepPages(db)) && all
  })
  const rest = keepUp(live, catchUp, (error) => app.log.error({ err: error }, 'a reader of activity failed'))
  const place = { db, connection: options.connection, log: app.log }
  const working = [...looks({ marking, file: options.erasures }), ...senses(options.feedHosts ?? [])].map((each) =>
    lookAfterWork(place, each),
  )
  const tidy = () => Promise.all([forgetOldKeys(db), forgetOldSignIns(db), forgetOldTraces(db, marking)])
  const tidying = setInterval(
    () => tidy().catch((error) => app.log.warn({ err: error }, 'tidying up failed')),
    3_600_000,
  ).unref()

  const removing = setInterval(
    () =>
      options.storage &&
      removeContents(db, options.storage).catch((error) => app.log.warn({ err: error }, 'files wait to be deleted')),
    10_000,
  ).unref()

  return {
    app,
    async listen(port, host = '0.0.0.0') {
      await app.listen({ port, host })
      return `http://localhost:${(app.server.address() as AddressInfo).port}`
    },
    async catchUp() {
      while (!(await catchUp())) await pause(20)
    },
    async close() {
      clearInterval(tidying)
      clearInterval(removing)
      rest()
      await Promise.all(working.map((each) => each.end()))
      live.endStreams()
      // Who has sent half a request is not waited for.
      const cut = setTimeout(() => app.server.closeAllConnections(), 5_000)
      await app.close()
      clearTimeout(cut)
      await live.close()
      await catchUp().catch(() => {})
      await db.destroy()
    },
  }
}

/** Reads at each activity, and soon again while one waits for an open transaction. Returns how to stop. */
function keepUp(live: Live, catchUp: () => Promise<boolean>, failed: (error: unknown) => void): () => void {
  let again: NodeJS.Timeout | undefined
  let stopped = false
  const read = () => {
    clearTimeout(again)
    if (stopped) return
    catchUp().then(
      (all) => {
        if (!all && !stopped) again = setTimeout(read, 200)
      },
      (error) => stopped || failed(error),
    )
  }
  live.follow(read)
  return () => {
    stopped = true
    clearTimeout(again)
  }
}

/** Runs a job one at a time: calls that come while it runs share one more run after it. */
function once<Result>(job: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined
  let next: Promise<Result> | undefined
  const start = () => (running = job().finally(() => (running = undefined)))
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
}
