import { expect, test } from 'vitest'
import { testWorld } from '../../../test/world.ts'
import { mostDrafts } from '../queries/drafts.ts'

const { db, person, as } = await testWorld()

test('of one person the latest drafts are kept, and nobody else loses one by it', async () => {
  const [many, other] = [await person('Many'), await person('Other')]
  const keep = (who: typeof many, key: string) =>
    as(who)('PUT /drafts/{key}', { params: { key }, body: { content: { text: key } } })
  const found = async (who: typeof many, key: string) =>
    (await as(who)('GET /drafts/{key}', { params: { key } })).body?.content ?? null
  await keep(other, 'ask')
  const at = (age: number) => new Date(Date.now() - age * 60_000)
  await db
    .insertInto('draft')
    .values(
      Array.from({ length: mostDrafts }, (_, age) => ({
        personId: many.id,
        key: `reply ${age}`,
        content: JSON.stringify({ text: 'x' }),
        at: at(age + 1),
      })),
    )
    .execute()

  expect((await keep(many, 'reply 0')).status).toBe(200)
  expect(await found(many, `reply ${mostDrafts - 1}`)).toEqual({ text: 'x' })
  expect((await keep(many, 'ask')).status).toBe(200)

  expect(await found(many, `reply ${mostDrafts - 1}`)).toBeNull()
  expect(await found(many, `reply ${mostDrafts - 2}`)).toEqual({ text: 'x' })
  expect([await found(many, 'ask'), await found(other, 'ask')]).toEqual([{ text: 'ask' }, { text: 'ask' }])
})
