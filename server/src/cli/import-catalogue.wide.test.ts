import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { dataFolder, launch, mortar } from '../../test/start/mortar.ts'

const { db, url } = await testDatabase()
const folder = dataFolder()
const file = join(folder, 'courses.csv')
writeFileSync(
  file,
  ['id;title;duration', 'C1;Warping by day;45', 'C2;Dyes;1 h 30 min', 'C1;Warping by night;45', ';No time;soon'].join(
    '\n',
  ),
)
const importing = (...args: string[]) =>
  launch(folder, { command: [mortar, 'import', 'catalogue', ...args], env: { DATABASE_URL: url } }).ended
const items = async () =>
  (await sql<{ title: string }>`select title from learning_item order by title`.execute(db)).rows.map(
    ({ title }) => title,
  )

test('a catalogue is looked at, brought in and brought up to date; the same item twice and odd rows are told by row', async () => {
  const looked = await importing(file, '--dry-run')
  expect(looked.output).toContain('courses.csv: 4 rows')
  expect(looked.output).toMatch(/row 4: The same item stands in row 2, with other words\. The last row counts\./)
  expect(looked.output).toMatch(/row 5: .*soon/)
  expect([looked.code, await items()]).toEqual([0, []])

  const brought = JSON.parse((await importing(file, '--json')).output)
  expect(brought).toMatchObject({ import: expect.any(String), report: { added: 2, changed: 0, same: 0 } })
  expect(await items()).toEqual(['Dyes', 'Warping by night'])
  const again = JSON.parse((await importing(file, '--json')).output)
  expect(again).toMatchObject({ import: null, report: { added: 0, changed: 0, same: 2 } })
})

test('a file that is not there, or whose head says nothing, is refused with what to do', async () => {
  const odd = join(folder, 'odd.csv')
  writeFileSync(odd, 'colour;size\nred;5')
  const [nowhere, headless] = [await importing(join(folder, 'nowhere.csv')), await importing(odd)]

  expect([nowhere.code, headless.code]).toEqual([2, 4])
  expect(headless.output).toContain('it needs a title and minutes')
})
