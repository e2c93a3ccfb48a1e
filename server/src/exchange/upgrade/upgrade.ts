import { rmSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type pg from 'pg'
import { databaseSize } from '#platform/copy/queries.ts'
import { openPool } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { appliedOf, migrate } from '#platform/migrate.ts'
import { binariesFor } from '#platform/postgres/binaries.ts'
import { openVisit } from '#platform/postgres/embedded.ts'
import { majorOf, placeIn, type Place } from '#platform/postgres/folder.ts'
import type { Postgres } from '#platform/postgres/index.ts'
import { olderBinaries } from '#platform/postgres/older.ts'
import { stopServer } from '#platform/postgres/server.ts'
import { inTheMaking, proven, swapIn } from '#platform/postgres/swap.ts'
import { type Told, transfer } from './transfer.ts'

export interface Upgraded {
  from: number
  to: number
  rows: number
  /** Where the old database lies, until somebody deletes it. */
  kept: string
}

interface Wish {
  dataDir: string
  /** A folder with the programs of the older PostgreSQL. */
  given?: string | undefined
  told: Told
}

/**
 * Brings the database of a data folder to the PostgreSQL that comes with Mortar. The old one is only read; the new one is made
 * beside it, compared, and takes its place by a rename. Cut off at any moment, the next run begins anew.
 */
export async function upgrade({ dataDir, given, told }: Wish): Promise<Upgraded | undefined> {
  const place = placeIn(dataDir)
  const binaries = binariesFor(place.owner)
  const major = majorOf(place.folder)
  if (major === undefined) throw new Failure(`There is no database in ${dataDir}: there is nothing to upgrade.`)
  if (major >= binaries.major) return undefined

  const older = olderBinaries(major, { owner: place.owner, dataDir, given })
  // As one that serves: nobody writes into what is being copied, and no second upgrade runs beside.
  const old = await openVisit({ place, binaries: older, dataDir, purpose: 'serve', durable: true })
  let rows: number
  try {
    const next = { ...place, folder: inTheMaking(place.folder) }
    await removeLeftovers(place.folder)
    rows = await withPool(old, async (from) => {
      await needRoom(from, place)
      return withNew(next, dataDir, (to) => copyAll(from, to, told))
    })
  } finally {
    await old.stop()
  }
  // One that was not the last here left it running.
  await stopServer(place.folder)
  return { from: major, to: binaries.major, rows, kept: swapIn(place.folder, major) }
}

/** What an upgrade that was cut off made; the old database is still the true one. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const leftover of [inTheMaking(folder), proven(folder)]) {
    await stopServer(leftover)
    rmSync(leftover, { recursive: true, force: true })
  }
}

async function copyAll(from: pg.Pool, to: pg.Pool, told: Told): Promise<number> {
  const applied = await appliedOf(from)
  await migrate(to, applied)
  const [source, target] = [await from.connect(), await to.connect()]
  try {
    return await transfer(source, target, told)
  } finally {
    source.release()
    target.release()
  }
}

async function withNew<T>(place: Place, dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const binaries = binariesFor(place.owner)
  const postgres = await openVisit({ place, binaries, dataDir, purpose: 'serve', durable: true })
  try {
    return await withPool(postgres, work)
  } finally {
    await postgres.stop()
    await stopServer(place.folder)
  }
}

async function withPool<T>({ config }: Postgres, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openPool(config, 2)
  pool.on('error', () => {})
  return work(pool).finally(() => pool.end())
}

const megabyte = 1024 ** 2

/** The copy, its log of changes while it is written, and something to breathe. */
export const roomFor = (size: number) => size + Math.min(size, 2048 * megabyte) + 128 * megabyte

async function needRoom(pool: pg.Pool, { folder }: Place): Promise<void> {
  const client = await pool.connect()
  const needed = roomFor(await databaseSize(client).finally(() => client.release()))
  const { bavail, bsize } = statfsSync(dirname(folder))
  if (bavail * bsize >= needed) return
  const [left, wanted] = [Math.floor((bavail * bsize) / megabyte), Math.ceil(needed / megabyte)]
  throw new Failure(
    `The upgrade writes a second database beside the old one and needs ${wanted} MB on the disk of ${folder}, where ${left} MB are left: free some space and run it again. Nothing was changed.`,
  )
}
