import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const olli = await person('Olli')
const physio = await community(maria)

async function scene() {
  const inquiry = await ask(tom, [physio])
  return { inquiry, contribution: await answer(inga, inquiry), duplicate: await ask(olli, [physio]) }
}
type Scene = Awaited<ReturnType<typeof scene>>

const of = ({ inquiry }: Scene) => ({ params: { inquiry } })
const add = (who: Somebody, body: object) => (scene: Scene) =>
  as(who)('POST /inquiries/{inquiry}/contributions', { ...of(scene), body: body as never })

test('a duplicate points on, keeps its contributions, and carries who has the problem', async () => {
  const at = await scene()
  await as(inga)('PUT /inquiries/{inquiry}/me-too', of(at))
  await as(maria)('PUT /inquiries/{inquiry}/merge', { ...of(at), body: { into: at.duplicate } })

  const merged = await page(olli, at.inquiry)
  expect(merged).toMatchObject({ mergedInto: { id: at.duplicate }, may: { contribute: false } })
  expect(merged.contributions).toHaveLength(1)
  expect(await page(inga, at.duplicate)).toMatchObject({
    duplicates: [{ id: at.inquiry }],
    meToo: { count: 2, mine: true },
  })
  expect((await add(olli, { kind: 'answer', body: 'So.' })(at)).status).toBe(409)
})

test('a duplicate that is none after all takes back what it carried, and nothing that stands by itself', async () => {
  const at = await scene()
  const asker = await person('Asker')
  const other = await ask(asker, [physio])
  const own = await person('Own')
  const both = await person('Both')
  const after = await person('After')
  const tooOf = (who: Somebody, inquiry: string) => as(who)('PUT /inquiries/{inquiry}/me-too', { params: { inquiry } })
  const merge = (inquiry: string) =>
    as(maria)('PUT /inquiries/{inquiry}/merge', { params: { inquiry }, body: { into: at.duplicate } })
  await tooOf(inga, at.inquiry)
  await tooOf(own, at.inquiry)
  await tooOf(own, at.duplicate)
  await tooOf(both, at.inquiry)
  await tooOf(both, other)
  await tooOf(after, at.inquiry)
  await merge(at.inquiry)
  await merge(other)
  await tooOf(after, at.duplicate)
  const count = async () => (await page(maria, at.duplicate)).meToo.count
  const whole = await count()
  const unmerge = (inquiry: string) => as(maria)('DELETE /inquiries/{inquiry}/merge', { params: { inquiry } })

  expect((await unmerge(at.inquiry)).status).toBe(204)
  const mine = async (who: Somebody) => (await page(who, at.duplicate)).meToo.mine
  expect([
    await mine(inga),
    await mine(tom),
    await mine(own),
    await mine(both),
    await mine(after),
    await mine(asker),
  ]).toEqual([false, false, true, true, true, true])
  expect(await count()).toBe(whole - 2)
  expect((await page(inga, at.inquiry)).meToo.mine).toBe(true)

  await unmerge(other)
  expect([await mine(own), await mine(both), await mine(asker), await count()]).toEqual([true, false, false, 2])
})

test('a duplicate leaves the lists of others and stays in the one of who asked', async () => {
  const at = await scene()
  await as(maria)('PUT /inquiries/{inquiry}/merge', { ...of(at), body: { into: at.duplicate } })
  const ids = async (who: Somebody, query: object) =>
    (await as(who)('GET /inquiries', { query })).body.items.map(({ id }) => id)

  expect(await ids(olli, { limit: 100 })).not.toContain(at.inquiry)
  expect(await ids(tom, { mine: 'true', limit: 100 })).toContain(at.inquiry)
})

test('the title of what one may not read is not told by a duplicate of it', async () => {
  const council = await community(maria, 'private', [tom])
  const secret = await ask(tom, [council], { title: 'Secret' })
  const at = await ask(tom, [physio])
  await as(tom)('PUT /inquiries/{inquiry}/merge', { params: { inquiry: at }, body: { into: secret } })

  expect((await page(olli, at)).mergedInto).toEqual({ id: secret, title: null })
  expect((await page(tom, at)).mergedInto).toEqual({ id: secret, title: 'Secret' })
})
