import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backAgain, lookForErasures, readErasures } from '#erasure/index.ts'
import { markingWith } from '#organization/index.ts'
import { testDatabase } from '../../test/database.ts'
import { dataFolder, launch, mortar } from '../../test/start/mortar.ts'
import { testWorld } from '../../test/world.ts'

const { db, url, person, as } = await testWorld()
const office = await person('Olga Office', { office: true })
const gone = await person('Gunnar Grahn')
const folder = dataFolder()
const secret = 's'.repeat(40)
const [backup, erasures] = [join(folder, 'before.backup'), join(folder, 'erasures.jsonl')]
const run = (database: string, ...args: string[]) =>
  launch(dataFolder(), { command: [mortar, ...args], env: { DATABASE_URL: database, SECRET: secret } }).ended
const quiet = { error: (detail: object) => void errors.push(detail) }
const errors: object[] = []

/** A backup of before, and somebody who is erased afterwards. */
async function eraseSinceBackup() {
  const made = await run(url, 'backup', backup)
  expect([made.code, made.output]).toEqual([0, expect.any(String)])
  const body = { name: gone.name, now: true }
  expect((await as(office)('PUT /people/{person}/erasure', { params: { person: gone.id }, body })).status).toBe(204)
  await sql`update erasure set due_at = now() - interval '1 day' where state = 'waiting'`.execute(db)
  await lookForErasures({ marking: markingWith(secret), file: erasures })({ db, log: quiet })
  expect([errors, (await readErasures(erasures)).length]).toEqual([[], 1])
}

test('a restore erases again whoever was erased since the backup, and without the file the doctor finds them back', async () => {
  await eraseSinceBackup()
  const nameIn = async (target: Awaited<ReturnType<typeof testDatabase>>) =>
    (await target.db.selectFrom('person').select('name').where('id', '=', gone.id).executeTakeFirstOrThrow()).name

  const kept = await testDatabase({ migrated: false })
  const restored = await run(kept.url, 'restore', backup, '--erasures', erasures, '--json')
  expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('"erased":1')])
  expect(await nameIn(kept)).not.toBe('Gunnar Grahn')
  expect(await backAgain(kept.db, await readErasures(erasures))).toEqual([])

  const bare = await testDatabase({ migrated: false })
  const careless = await run(bare.url, 'restore', backup, '--json')
  expect([careless.code, careless.output]).toEqual([0, expect.stringContaining('"erased":0')])
  expect(await nameIn(bare)).toBe('Gunnar Grahn')

  const looked = (database: string) =>
    launch(folder, { command: [mortar, 'doctor', '--json'], env: { DATABASE_URL: database, SECRET: secret } }).ended
  const found = await looked(bare.url)
  expect(found.code).not.toBe(0)
  expect(JSON.parse(found.output)).toContainEqual(
    expect.objectContaining({ check: 'erasures', holds: false, words: expect.stringContaining('1 person') as string }),
  )
  const well = await looked(kept.url)
  expect([well.code, well.output]).toEqual([0, expect.stringContaining('nobody of them is back')])
})

test('a file of erasures that is not there is refused before anything is restored', async () => {
  const target = await testDatabase({ migrated: false })
  const { code, output } = await run(target.url, 'restore', backup, '--erasures', join(folder, 'nowhere.jsonl'))

  expect([code, output]).toEqual([expect.any(Number), expect.stringContaining('nowhere.jsonl')])
  expect(code).not.toBe(0)
  // Only an empty database takes a backup.
  expect((await run(target.url, 'restore', backup)).code).toBe(0)
})
