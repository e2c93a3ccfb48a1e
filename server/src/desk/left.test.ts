import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Somebody } from '../../test/world.ts'
import { practiceScene } from '../../test/practice-scene.ts'

const { person, as, community, join, db } = await practiceScene()
const [fay, sam, mia] = [await person('Fay'), await person('Sam Sponsor'), await person('Mia')]
const olga = await person('Olga', { office: true })

const give = (who: Somebody, of: string, to: Somebody, roles: ('sponsor' | 'liaison' | 'facilitator')[]) =>
  as(who)('PUT /communities/{community}/members/{person}/roles', {
    params: { community: of, person: to.id },
    body: { roles },
  })
const waiting = async (who: Somebody, of: string) =>
  (await as(who)('GET /home')).body.needs
    .filter(({ kind, page }) => kind === 'role_left' && page.id === of)
    .map(({ by }) => by?.name)
const holders = async (who: Somebody, of: string) =>
  (
    await as(who)('GET /communities/{community}/members', { params: { community: of }, query: { left: 'true' } })
  ).body.items.map(({ id, roles }) => [id, roles])
const leave = (who: Somebody, on = sql`current_date`) =>
  sql`update person set left_on = ${on} where id = ${who.id}`.execute(db)

async function scene(visibility: 'open' | 'private' = 'open') {
  const of = await community(fay, visibility)
  await join(of, sam, mia)
  await give(fay, of, sam, ['sponsor', 'liaison'])
  return of
}

test('who left and still holds a role waits for the facilitators, until the role is handed on', async () => {
  const of = await scene()
  await leave(sam, sql`current_date + 3`)
  expect([await waiting(fay, of), await holders(fay, of)]).toEqual([[], []])
  await leave(sam)

  expect(await waiting(fay, of)).toEqual(['Sam Sponsor'])
  expect(await holders(fay, of)).toEqual([[sam.id, ['sponsor', 'liaison']]])
  expect([await waiting(mia, of), await waiting(olga, of)]).toEqual([[], []])
  expect((await give(mia, of, mia, ['sponsor'])).status).toBe(403)

  expect([await give(fay, of, mia, ['sponsor', 'liaison']), await give(fay, of, sam, [])].map((r) => r.status)).toEqual(
    [204, 204],
  )
  expect([await waiting(fay, of), await holders(fay, of)]).toEqual([[], []])
  await leave(sam, sql`null`)
})

test('the knowledge office is told where nobody facilitates any more, as far as it may know of the place', async () => {
  const [of, hidden] = [await scene(), await scene('private')]
  await leave(sam)
  await leave(fay)

  expect((await waiting(olga, of)).toSorted()).toEqual(['Fay', 'Sam Sponsor'])
  expect(await waiting(olga, hidden)).toEqual([])
  expect((await give(mia, of, mia, ['facilitator'])).status).toBe(204)
  expect(await waiting(olga, of)).toEqual([])
  expect((await waiting(mia, of)).toSorted()).toEqual(['Fay', 'Sam Sponsor'])
})
