import { expect, test } from 'vitest'
import { practiceScene } from '../../test/practice-scene.ts'
import { dataFolder, launch, mortar } from '../../test/start/mortar.ts'

const { url, db, server, person, as, community, current } = await practiceScene()
const folder = dataFolder()
const maria = await person('Maria')
const practice = await current(maria, await community(maria), { title: 'Lifting somebody from the floor' })
await as(maria)('POST /inquiries', {
  body: {
    title: 'Lifting alone at night?',
    body: 'Nobody is there.',
    communities: [await community(maria, 'private')],
  },
})
await server.catchUp()
const { email } = await db.selectFrom('person').select('email').where('id', '=', maria.id).executeTakeFirstOrThrow()
const search = (...args: string[]) =>
  launch(folder, { command: [mortar, 'search', ...args], env: { DATABASE_URL: url } }).ended

test('mortar search finds what everybody may read, misspelt words too, with its page', async () => {
  const { code, output } = await search('liffting', 'florr')

  expect(code).toBe(0)
  expect(output).toContain('practice (current)  Lifting somebody from the floor')
  expect(output).toContain(practice)
})

test('as somebody it finds what her communities share, and nobody else finds it; for a program in JSON', async () => {
  const found = async (...more: string[]) => {
    const { output } = await search('lifting', '--json', ...more)
    return (JSON.parse(output) as { kind: string }[]).map(({ kind }) => kind).toSorted()
  }

  expect(await found('--as', email!)).toEqual(['inquiry', 'practice'])
  expect(await found('--as', email!, '--kind', 'inquiry')).toEqual(['inquiry'])
  expect(await found()).toEqual(['practice'])
})

test.each([
  [['--as', 'nobody@example.org'], 4, 'Nobody here has the address nobody@example.org.'],
  [['--limit', '900'], 2, '--limit takes a number from 1 to 50.'],
  [['--since', 'yesterday'], 2, '--since takes a day, such as 2026-01-31.'],
])('%j is refused with what to do', async (args, status, words) => {
  const { code, output } = await search('lifting', ...args)

  expect(output).toContain(words)
  expect(code).toBe(status)
})
