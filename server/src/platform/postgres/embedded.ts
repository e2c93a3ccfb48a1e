import { statfsSync } from 'node:fs'
import pg from 'pg'
import { codeOf, Failure } from '../failure.ts'
import { pause } from '../process.ts'
import { binariesFor, type Binaries } from './binaries.ts'
import { createDatabase } from './create.ts'
import { holdsDatabase, placeIn, type Place } from './folder.ts'
import type { Postgres } from './postgres.ts'
import { postmasterOf, type Postmaster } from './postmaster.ts'
import { announce, isLastHere, partingDone, type Purpose } from './presence.ts'
import { runningServer, signal, stopServer } from './server.ts'

const megabyte = 1024 ** 2
const leastSpace = 64

export interface Visit {
  place: Place
  binaries: Binaries
  dataDir: string
  purpose: Purpose
  durable: boolean
}

interface Stay {
  client: pg.Client
  server: Postmaster
}

/** PostgreSQL as it comes with Mortar, in the data folder; shared by all processes that use the folder. */
export async function openEmbedded(dataDir: string, purpose: Purpose, durable = true): Promise<Postgres> {
  const place = placeIn(dataDir)
  return openVisit({ place, binaries: binariesFor(place.owner), dataDir, purpose, durable })
}

/** The database of one place, run by these programs; made where there is none. */
export async function openVisit(visit: Visit): Promise<Postgres> {
  const { place, binaries, dataDir, durable } = visit
  const fresh = !holdsDatabase(place.folder, binaries)
  if (!postmasterOf(place.folder)) needSpace(dataDir)
  if (fresh) await createDatabase(place, binaries, durable)
  return present(visit, await join(visit))
}

function needSpace(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir)
  const left = Math.floor((bavail * bsize) / megabyte)
  if (left >= leastSpace) return
  throw new Failure(
    `The disk of the data folder ${dataDir} is full (${left} MB left, ${leastSpace} MB needed to start): free some space and start again.`,
  )
}

/** Comes in as one of its users. Whoever was last may be shutting it down just now: then it is started anew. */
async function join(visit: Visit): Promise<Stay> {
  for (;;) {
    const server = await runningServer(visit.place, visit.binaries, visit.durable)
    const client = await visitor(server, visit).catch(closing)
    if (client) return { client, server }
    await pause(50)
  }
}

async function visitor(server: Postmaster, { purpose, dataDir }: Visit): Promise<pg.Client> {
  const client = new pg.Client({ ...address(server, 'postgres'), application_name: `mortar ${purpose} ${process.pid}` })
  // Without a listener a lost connection would end the whole process.
  client.on('error', () => {})
  try {
    await client.connect()
    await announce(client, purpose, dataDir)
    await ensureDatabase(client)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

/** The ways PostgreSQL says that it is starting up or shutting down; all else is a true error. */
function closing(error: unknown): undefined {
  const passing = ['57P01', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']
  if (passing.includes(codeOf(error) ?? '')) return undefined
  if (error instanceof Error && error.message.startsWith('Connection terminated')) return undefined
  throw error
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'mortar'`)
  if (rowCount) return
  await client.query('create database mortar').catch((error: unknown) => {
    // Two processes saw that it was missing.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error
  })
}

const address = (server: Postmaster, database: string) => ({
  host: server.socket,
  port: 5432,
  user: 'mortar',
  database,
})

function present(visit: Visit, first: Stay): Postgres {
  let stay = first
  let leaving = false

  const remain = () =>
    stay.client.once('end', async () => {
      while (!leaving) {
        await pause(1000)
        const again = leaving ? undefined : await join(visit).catch(() => undefined)
        if (again) stay = again
        if (again) return remain()
      }
    })
  remain()

  return {
    config: address(first.server, 'mortar'),
    url: `postgresql://mortar@${encodeURIComponent(first.server.socket)}:5432/mortar`,
    described: `PostgreSQL ${visit.binaries.version}, embedded`,
    folder: visit.place.folder,
    notes: visit.place.notes,
    async stop() {
      leaving = true
      const last = await isLastHere(stay.client).catch(() => false)
      if (last) await partingDone(stay.client).catch(() => {})
      if (last) await stopServer(visit.place.folder)
      await stay.client.end().catch(() => {})
    },
    abandon: () => signal(stay.server.pid, 'SIGINT'),
  }
}
