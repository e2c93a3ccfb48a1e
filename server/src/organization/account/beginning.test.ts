import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '../../../test/world.ts'

const [bare, imported, talking, guarded] = [await testWorld(), await testWorld(), await testWorld(), await testWorld()]
const naming = { name: 'Weavers of Kainuu', language: 'fi', timeZone: 'Europe/Helsinki' } as const

test('with nobody but the knowledge office there are three ways to begin', async () => {
  const { person, as } = bare
  const hilla = as(await person('Hilla', { office: true }))

  const { body } = await hilla('GET /organization/beginning')
  const here = await hilla('POST /organization/beginning', { body: { choice: 'here', ...naming } })

  expect(body).toEqual({
    here: { people: 0, units: 0, communities: 0, inquiries: 0 },
    may: { choose: ['example', 'import', 'empty'] },
  })
  expect([here.status, here.problem.title]).toEqual([409, expect.stringContaining('nothing here yet')])
})

test('what an import brought before the first visit is told, and only its name is asked', async () => {
  const { person, unit, as, db } = imported
  const mill = await unit('Mill')
  await person('Maria', { unit: mill })
  const hilla = as(await person('Hilla', { office: true }))

  const { body } = await hilla('GET /organization/beginning')
  const refused = await Promise.all([
    hilla('POST /organization/beginning', { body: { choice: 'example' } }),
    hilla('POST /organization/beginning', { body: { choice: 'import', ...naming } }),
    hilla('POST /organization/beginning', { body: { choice: 'empty', ...naming } }),
  ])
  expect((await sql`select from setting`.execute(db)).rows).toEqual([])
  const begun = await hilla('POST /organization/beginning', { body: { choice: 'here', ...naming } })

  expect(body).toEqual({
    here: { people: 1, units: 1, communities: 0, inquiries: 0 },
    may: { choose: ['here'] },
  })
  expect(refused.map(({ status }) => status)).toEqual([409, 409, 409])
  expect(begun.status).toBe(204)
  expect((await hilla('GET /me')).body.organization).toEqual(naming)
})

test('a community that came by an import is a beginning too', async () => {
  const { person, as } = talking
  const hilla = as(await person('Hilla', { office: true }))
  await hilla('POST /communities', {
    body: { name: 'Carders', short: 'CAR', colour: 1, visibility: 'open', domain: 'Carding' },
  })

  const { body } = await hilla('GET /organization/beginning')

  expect(body.here).toEqual({ people: 0, units: 0, communities: 1, inquiries: 0 })
  expect(body.may.choose).toEqual(['here'])
})

test('how the organization begins is for the knowledge office, until it has begun', async () => {
  const { person, as } = guarded
  const hilla = as(await person('Hilla', { office: true }))
  const maria = as(await person('Maria'))

  const asked = await maria('GET /organization/beginning')
  const chosen = await maria('POST /organization/beginning', { body: { choice: 'here', ...naming } })
  await hilla('POST /organization/beginning', { body: { choice: 'here', ...naming } })
  const late = await hilla('GET /organization/beginning')

  expect([asked.status, chosen.status]).toEqual([403, 403])
  expect([late.status, late.problem.title]).toEqual([409, expect.stringContaining('Weavers of Kainuu')])
})

test('the knowledge office can change the name, the language and the time zone later; nobody else can', async () => {
  const { person, as, db } = imported
  const hilla = as(await person('Hilla Second', { office: true }))
  const change = (who: typeof hilla, name: string) =>
    who('PUT /organization/naming', { body: { name, language: 'en', timeZone: 'Europe/Stockholm' } })

  expect((await change(as(await person('Marko')), 'Mine now')).status).toBe(403)
  expect((await change(hilla, 'Weavers of Oulu')).status).toBe(204)

  const { body: me } = await hilla('GET /me')
  expect(me.organization).toEqual({ name: 'Weavers of Oulu', language: 'en', timeZone: 'Europe/Stockholm' })
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from activity where verb = 'organization.language_changed'`.execute(db)
  expect(rows[0]!.n).toBe(1)
  const early = bare.as(await bare.person('Olli', { office: true }))
  const refused = await early('PUT /organization/naming', { body: { name: 'X', language: 'en', timeZone: 'UTC' } })
  expect([refused.status, refused.problem.title]).toEqual([409, expect.stringContaining('not begun yet')])
})
