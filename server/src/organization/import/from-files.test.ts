import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { carryOutLooked, lookAtFiles } from './from-files.ts'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'mortar-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const quiet = () => {}
const people = file('people.csv', 'id,name,dept\n1,Ann,Mill\n2,Bo,Mill > Carding\n3,Cid,Mill > Carding\n')

test('files of this machine are looked at, carried out once, and then the same', async () => {
  const looked = await lookAtFiles(db, { people }, quiet)
  expect(looked.plan.summary.people).toEqual({ added: 3, changed: 0, ended: 0, same: 0 })
  await carryOutLooked(db, looked, quiet)

  expect((await lookAtFiles(db, { people }, quiet)).plan.summary.people.same).toBe(3)
  const [line] = await db.selectFrom('organizationImport').select(['source', 'byId', 'state']).execute()
  expect(line).toEqual({ source: 'people.csv', byId: null, state: 'applied' })
})

test('what was looked at is not carried out twice', async () => {
  const late = await lookAtFiles(db, { people: file('late.csv', 'id,name\n9,Late\n') }, quiet)
  await carryOutLooked(db, late, quiet)

  await expect(carryOutLooked(db, late, quiet)).rejects.toMatchObject({ key: 'organization:importMoved' })
})

test('a file is complete for the unit that is named, and an unknown name is refused', async () => {
  const some = file('carding.csv', 'id,name\n2,Bo\n')
  const looked = await lookAtFiles(db, { people: some, complete: 'carding' }, quiet)
  expect(looked.plan.summary.asks).toEqual({ ended: 1, of: 2 })

  const refused = lookAtFiles(db, { people: some, complete: 'Nowhere' }, quiet)
  await expect(refused).rejects.toMatchObject({ key: 'organization:importUnitUnknown' })
})

test('two imports at a time wait for nobody: the second is told to try again', async () => {
  const first = await lookAtFiles(db, { people: file('first.csv', 'id,name\n11,Eve\n') }, quiet)
  const second = await lookAtFiles(db, { people: file('second.csv', 'id,name\n12,Fay\n') }, quiet)

  const ends = await Promise.allSettled([carryOutLooked(db, first, quiet), carryOutLooked(db, second, quiet)])
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { key: string }).key] : []))
  expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(refused.every((key) => key === 'organization:importBusy')).toBe(true)
})
