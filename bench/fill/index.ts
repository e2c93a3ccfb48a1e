import type pg from 'pg'
import { openDatabase, openPool } from '../../server/src/platform/database.ts'
import { beginPages, keepPages } from '../../server/src/inquiry/index.ts'
import { migrate } from '../../server/src/platform/migrate.ts'
import { indexNew, measureLevels, sources } from '../../server/src/search/queries/entries.ts'
import { dictionaryOf, learnWords } from '../../server/src/search/queries/words.ts'
import { fillCounts } from './counts.ts'
import { fillInquiries } from './inquiries.ts'
import { fillCommunities, fillPeople } from './people.ts'
import { fillPractices } from './practices.ts'
import { type World, worldOf } from './world.ts'

type Tell = (step: string) => void

/** Fills an empty database with an organization of the given scale, the same for the same seed. */
export async function fill(config: pg.PoolConfig, scale: number, seed: number, tell: Tell): Promise<World> {
  const world = worldOf(scale, seed)
  const pool = openPool(config, 3)
  await migrate(pool)
  const client = await pool.connect()
  try {
    // The rows agree by construction, and nobody is to be woken by them.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
    const indexes = await dropIndexes(client)
    for (const part of [fillPeople, fillCommunities, fillInquiries, fillPractices]) {
      await part(client, world)
      tell(part.name)
    }
    await fillCounts(pool)
    tell('fillCounts')
    await fillSearch(pool, client)
    tell('fillSearch')
    await createIndexes(pool, indexes)
    tell('createIndexes')
    await fillPages(pool)
    tell('fillPages')
    await finish(client)
    tell('finish')
  } finally {
    client.release(true)
    await pool.end()
  }
  return world
}

/** Indexes that only make reading fast: built once at the end, which takes a fraction of the time. */
async function dropIndexes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = 'public'::regnamespace and not indisprimary
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

async function createIndexes(pool: pg.Pool, definitions: string[]): Promise<void> {
  const waiting = [...definitions].sort((a, b) => Number(b.includes('gin')) - Number(a.includes('gin')))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await pool.query(`set maintenance_work_mem = '512MB'`)
      await pool.query(next)
    }
  }
  await Promise.all([work(), work()])
}

/** The pages of inquiries, as the inquiry room keeps them itself. */
async function fillPages(pool: pg.Pool): Promise<void> {
  const db = openDatabase(pool)
  await beginPages(db)
  const work = async () => {
    while (!(await keepPages(db)));
  }
  await Promise.all([work(), work()])
}

/** The index of the search room, as it builds it itself, in pieces side by side. */
async function fillSearch(pool: pg.Pool, client: pg.ClientBase): Promise<void> {
  const db = openDatabase(pool)
  const dictionary = await dictionaryOf(db)
  await client.query(
    'create index bench_inquiry on contribution (inquiry_id); create index bench_place on position (person_id); create index bench_adoption on adoption (practice_id); create index bench_application on application (practice_id)',
  )
  await db.transaction().execute((tx) => measureLevels(tx))
  const { rows } = await client.query<{ id: string }>('select id from inquiry order by id')
  const ids = rows.map((row) => row.id)
  const size = Math.ceil(ids.length / 20)
  const pieces: [keyof typeof sources, string[] | 'all'][] = (Object.keys(sources) as (keyof typeof sources)[])
    .filter((subject) => subject !== 'inquiry')
    .map((subject) => [subject, 'all'])
  for (let at = 0; at < ids.length; at += size) pieces.push(['inquiry', ids.slice(at, at + size)])
  const work = async () => {
    for (let piece = pieces.shift(); piece; piece = pieces.shift())
      await db.transaction().execute((tx) => indexNew(tx, piece![0], piece![1], dictionary))
  }
  await Promise.all([work(), work()])
  await db.transaction().execute((tx) => learnWords(tx, Object.keys(sources), 'all'))
  await client.query(
    'drop index bench_inquiry; drop index bench_place; drop index bench_adoption; drop index bench_application',
  )
}

async function finish(client: pg.ClientBase): Promise<void> {
  await client.query(`
    insert into activity_reader (name, transaction, id)
    select name, pg_current_xact_id(), 0 from unnest('{search,attention,measurement}'::text[]) name
    on conflict (name) do update set transaction = excluded.transaction, id = excluded.id`)
  await client.query('vacuum analyze')
}
