import { operations } from '@mortar/contract'
import { forGuests } from '@mortar/contract/guests'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { callsIn, readDocument } from './document.ts'
import { idsIn } from './ids.ts'
import { png } from './story/telling.ts'
import { story } from './story/index.ts'
import { everyAddress } from './walk.ts'

const { server, db, who, where, as, by, person, send } = await story()
const gus = await person('Gus Guest')
await sql`update person set origin = 'guest' where id = ${gus.id}`.execute(db)
const params = { community: where.open.id }
const { body: invited } = await as(who.fay)('POST /communities/{community}/invitations', {
  params,
  body: { person: gus.id },
})
await as(gus)('PUT /invitations/{invitation}/reply', { params: { invitation: invited.id }, body: { accepted: true } })
const { id: file } = await send(who.mia, '/files', [{ name: 'file', file: 'plan.png', bytes: png }])
await by(who.mia)('POST /inquiries', {
  body: { title: 'Where do looms stand?', body: `![plan](/api/files/${file})`, communities: [where.open.id] },
})
await server.catchUp()

/** Everything with an id that is in the community of the guest, or names somebody or something there. */
const insideOf = async (community: string) => {
  const { rows } = await sql<{ id: string }>`
    with inquiries as (select inquiry.* from inquiry join inquiry_community held on held.inquiry_id = inquiry.id and held.community_id = ${community}),
         contributions as (select * from contribution where inquiry_id in (select id from inquiries)),
         practices as (select * from practice where community_id = ${community} and current_at is not null),
         applications as (select * from application where practice_id in (select id from practices))
    select id::text from (
      select ${community}::uuid as id
      union select unnest(array[id, asked_by, unit_id]) from inquiries
      union select unnest(array[id, by_id]) from contributions
      union select person_id from asked_person where inquiry_id in (select id from inquiries)
      union select file_id from attachment where subject_id in (select id from inquiries)
      union select unnest(array[id, steward_id, made_by]) from practices
      union select unnest(array[id, person_id, unit_id]) from applications
      union select by_id from practice_revision where practice_id in (select id from practices)
      union select by_id from resolution where inquiry_id in (select id from inquiries)
      union select person_id from membership where community_id = ${community}
      union select by_id from charter where community_id = ${community}
      union select id from topic where community_id = ${community}
      union select id from personal_token where person_id = ${gus.id}) inside
    where id is not null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

const inside = await insideOf(where.open.id)
const sources = await sql<{ id: string }>`select id::text from trace_source`.execute(db)
const ids = { ...(await idsIn(db)), source: sources.rows.map(({ id }) => id) }
const outside = new Set(
  Object.entries(ids)
    // What is gathered is told to everybody whom it may name.
    .flatMap(([name, list]) => (name === 'source' ? [] : list))
    .filter((id) => id.length === 36 && !inside.has(id)),
)
const calls = callsIn(await readDocument(server)).filter(
  ({ address, method }) => method === 'GET' && address !== 'GET /live' && Object.hasOwn(forGuests, address),
)

async function told(token: string) {
  const met = new Map<string, string>()
  const answered = new Set<string>()
  for (const call of calls) {
    const words = ['looms', 'Title', 'Ward', 'Fay', 'Text']
    const found = call.operation.parameters.some(({ name }) => name === 'words')
      ? words.map((word) => `${call.path}?words=${word}`)
      : []
    for (const url of [...everyAddress([call], ids), ...found]) {
      const { statusCode, body } = await server.app.inject({
        url: `/api${url}`,
        headers: { authorization: `Bearer ${token}` },
      })
      if (statusCode < 300) answered.add(call.address)
      const opened = statusCode < 300 ? (url.split('?')[0]!.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) : []
      for (const id of opened) if (outside.has(id)) met.set(id, `${url} opened`)
      const asked: string[] = url.match(/[0-9a-f-]{36}/g) ?? []
      for (const id of body.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) {
        if (outside.has(id) && !(statusCode >= 400 && asked.includes(id))) met.set(id, `${url} ${statusCode}`)
      }
    }
  }
  return { met, answered }
}

test('a guest comes across what is in their community, and nothing else, wherever they look', async () => {
  const guest = await told(gus.token)

  expect(Object.fromEntries(guest.met)).toEqual({})
  const mute = calls.map(({ address }) => address as string).filter((address) => !guest.answered.has(address))
  expect(mute).toEqual([])
})

test('the same walk leads a member who works here to much more, so that it sees what it looks for', async () => {
  expect((await told(who.mia.token)).met.size).toBeGreaterThan(50)
})

test('what guests are told is among the operations there are', () => {
  expect(Object.keys(forGuests).filter((address) => !(address in operations))).toEqual([])
})
