import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { limitOf } from './database.ts'
import { statementNames } from './prepared.ts'

const { db } = await testDatabase()

const prepared = async (like: string) => {
  const { rows } = await sql<{ name: string; statement: string }>`
    select name, statement from pg_prepared_statements where from_sql = false`.execute(db)
  return rows.filter(({ statement }) => statement.includes(like))
}

describe('statements that come again', () => {
  it('are prepared from the third time on, one name for one text', async () => {
    await db.connection().execute(async (one) => {
      const ask = (n: number) => sql<{ n: number }>`select ${n}::int as n, 'marked' as word`.execute(one)
      await ask(1)
      await ask(2)
      const before = await sql`select from pg_prepared_statements where statement like '%marked%'`.execute(one)
      expect(before.rows).toHaveLength(0)
      expect((await ask(3)).rows).toEqual([{ n: 3, word: 'marked' }])
      expect((await ask(4)).rows).toEqual([{ n: 4, word: 'marked' }])
      const after = await sql`select from pg_prepared_statements where statement like '%marked%'`.execute(one)
      expect(after.rows).toHaveLength(1)
    })
  })

  it('work on in a transaction after one of them failed', async () => {
    const divide = (n: number) =>
      db.transaction().execute((tx) => sql<{ n: number }>`select 12 / ${n}::int as n`.execute(tx))
    for (const n of [1, 2, 3, 4]) expect((await divide(n)).rows).toEqual([{ n: 12 / n }])
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
    expect((await divide(6)).rows).toEqual([{ n: 2 }])
  })

  it('are sent whole again when a table changed under them', async () => {
    await sql`create table changing (n int)`.execute(db)
    const all = () => sql`select * from changing where n > ${0}`.execute(db)
    for (let n = 0; n < 4; n++) expect((await all()).rows).toEqual([])
    await sql`alter table changing add word text not null default 'new'`.execute(db)
    await sql`insert into changing values (1)`.execute(db)
    await all().catch((error: { code: string }) => expect(error.code).toBe('0A000'))
    expect((await all()).rows).toEqual([{ n: 1, word: 'new' }])
  })

  it('go on after the database cut connections', async () => {
    const ask = (n: number) => sql<{ n: number }>`select ${n}::int as n, 'cut' as word`.execute(db)
    const several = async () => (await Promise.all([1, 2, 3, 4].map(ask))).map(({ rows }) => rows[0]!.n)
    for (let n = 0; n < 3; n++) await several()
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
    await expect.poll(() => several().catch(() => [])).toEqual([1, 2, 3, 4])
  })

  it('keep one plan for any page size and any few ids', async () => {
    await sql`create table many as select gen_random_uuid() as id, n from generate_series(1, 20000) n`.execute(db)
    await sql`create index on many (n)`.execute(db)
    await sql`analyze many`.execute(db)
    const plans = async (like: string, limit: RawBuilder<unknown>, which: (ids: string[]) => RawBuilder<unknown>) =>
      db.connection().execute(async (one) => {
        for (let n = 0; n < 12; n++)
          await sql`select ${sql.lit(like)}, id from many where n > ${n} and id <> ${which([crypto.randomUUID()])} order by n limit ${limit}`.execute(
            one,
          )
        const { rows } = await sql<{ custom: number; generic: number }>`
          select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements
          where statement like ${`%'${like}'%`} and from_sql = false`.execute(one)
        return rows.find(({ custom, generic }) => custom + generic > 5)
      })
    const each = (ids: string[]) => sql`all(array(select unnest(${ids}::uuid[])))`
    expect((await plans('seen', limitOf(31), each))!.generic).toBeGreaterThan(0)
    expect((await plans('hidden', sql`${31}`, each))!.generic).toBe(0)
  })

  it('leave rare ones and those without values unnamed', async () => {
    for (let n = 0; n < 3; n++) await sql.raw(`select 'plain text'`).execute(db)
    expect(await prepared('plain text')).toEqual([])
  })
})

describe('their names', () => {
  it('are not given where a list is long, whose plan must know it', () => {
    const names = statementNames()
    const list = (length: number) => [Array.from({ length }, (_, n) => n)]
    for (let time = 0; time < 5; time++) names.nameOf('select $1', list(10))
    expect(names.nameOf('select $1', list(10))).toBeDefined()
    expect(names.nameOf('select $1', list(1000))).toBeUndefined()
  })

  it('are bounded, however many texts there are', () => {
    const names = statementNames()
    const given = new Set<string>()
    for (let text = 0; text < 5000; text++)
      for (let time = 0; time < 4; time++) given.add(names.nameOf(`select ${text}`, [1]) ?? '')
    expect(given.size).toBe(401)
  })
})
