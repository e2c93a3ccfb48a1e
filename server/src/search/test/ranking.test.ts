import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { rebuildSearch } from '#search/index.ts'
import { testWorld } from '../../../test/world.ts'

const { person, as, server, db } = await testWorld()
const maria = await person('Maria Virtanen')
const tom = await person('Tom Salo')

const text = { short: 'FER', colour: 1, domain: 'Bread that rises', about: '', notAbout: '', purpose: '' } as const
const { id: place } = (await as(maria)('POST /communities', { body: { ...text, name: 'Bakers', visibility: 'open' } }))
  .body
const { id: topic } = (
  await as(maria)('POST /communities/{community}/topics', { params: { community: place }, body: { name: 'ovens' } })
).body

const ask = async (title: string, more: { topics?: string[] } = {}) =>
  (await as(maria)('POST /inquiries', { body: { title, body: 'What do you do?', communities: [place], ...more } })).body
    .id
const answer = async (inquiry: string, body: string) =>
  (
    await as(tom)('POST /inquiries/{inquiry}/contributions', {
      params: { inquiry },
      body: { kind: 'answer', body },
    })
  ).body.id
const found = async (words: string, more: { kind?: 'inquiry' | 'contribution'; topic?: string } = {}) =>
  (await as(tom)('GET /search', { query: { words, ...more } })).body.items.map(({ id }) => id)

test('of two inquiries that say the same, the fresh one stands before one of years ago', async () => {
  const old = await ask('Sourdough sinks')
  const fresh = await ask('Sourdough sinks')
  await sql`update inquiry set asked_at = now() - interval '4 years' where id = ${old}`.execute(db)
  await inTransaction(db, rebuildSearch)

  expect(await found('sourdough')).toEqual([fresh, old])
})

test('what helped stands before what was only said, and a solved inquiry before an open one', async () => {
  const open = await ask('Crumpets stick')
  const solved = await ask('Crumpets stick')
  const said = await answer(open, 'Butter the griddle twice.')
  const helped = await answer(solved, 'Butter the griddle twice.')
  await as(maria)('PUT /contributions/{contribution}/helped', { params: { contribution: helped } })
  await server.catchUp()

  expect(await found('griddle', { kind: 'contribution' })).toEqual([helped, said])
  expect(await found('crumpets', { kind: 'inquiry' })).toEqual([solved, open])
})

test('by topic only what is about it is found', async () => {
  const tagged = await ask('Brioche burns below', { topics: [topic] })
  const plain = await ask('Brioche burns above')
  await server.catchUp()

  expect(new Set(await found('brioche'))).toEqual(new Set([tagged, plain]))
  expect(await found('brioche', { topic })).toEqual([tagged])
})
