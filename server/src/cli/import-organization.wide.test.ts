import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { dataFolder, launch, mortar } from '../../test/start/mortar.ts'

const { db, url } = await testDatabase()
const folder = dataFolder()
const inFile = (name: string, lines: string[]) => {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const people = ['id;name;e-mail;manager;department', '1;Aino;aino@example.org;;Head', '2;Eero;eero@example.org;1;Mill']
const file = inFile('people.csv', people)
const importing = (...args: string[]) =>
  launch(folder, { command: [mortar, 'import', 'organization', ...args], env: { DATABASE_URL: url } }).ended
const count = async () =>
  Number((await db.selectFrom('person').select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

test('a dry run shows what would come in, and changes nothing', async () => {
  const { code, output } = await importing(file, '--dry-run')

  expect(output).toContain('people.csv: 2 rows, utf-8, separated by semicolons')
  expect(output).toContain('Added     2 people, 2 units')
  expect(output).toContain('Nothing was changed: this was a dry run.')
  expect([code, await count()]).toEqual([0, 0])
})

test('for a program the result is one line of JSON, and the same file again changes nothing', async () => {
  const first = await importing(file, '--json')
  const again = await importing(file, '--json')

  expect([first.code, again.code]).toEqual([0, 0])
  expect(JSON.parse(first.output)).toMatchObject({ applied: true, problems: [], summary: { people: { added: 2 } } })
  expect(JSON.parse(again.output)).toMatchObject({ summary: { people: { added: 0, changed: 0, same: 2 } } })
  expect(await count()).toBe(2)
})

test('an import after which nothing is otherwise says so', async () => {
  const one = inFile('one.csv', people.slice(0, 2))
  const { code, output } = await importing(one)

  expect(output).toContain('Same      1 person\n')
  expect(output).toContain('Nothing had to be changed')
  expect(code).toBe(0)
})

test('each problem is told with its row, and the rest comes in', async () => {
  const odd = inFile('odd.csv', [...people, '3;Lempi;lempi@example.org;99;Mill'])

  const { code, output } = await importing(odd)

  expect(output).toMatch(/Problems {2}1\n.*4.*99/)
  expect([code, await count()]).toEqual([0, 3])
})

test('a file that is not there and many people ending are refused with what to do, and nothing is changed', async () => {
  const nowhere = await importing(join(folder, 'nowhere.csv'))
  const few = inFile('few.csv', people.slice(0, 2))
  const ending = await importing(few, '--complete')

  expect(nowhere.output).toContain('nowhere.csv')
  expect(nowhere.code).not.toBe(0)
  expect(ending.output).toContain('Nothing was imported. Add --yes if it is meant.')
  expect(ending.code).toBe(4)
  expect(await count()).toBe(3)
})
