import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { backup, exportArchive } from '#exchange/index.ts'
import { poolOf } from '#platform/database.ts'
import { columnsWithIds, placesWithEach } from '../columns.ts'
import { callsIn, readDocument } from '../security/document.ts'
import { idsIn } from '../security/ids.ts'
import { story } from '../security/story/index.ts'
import { everyAddress } from '../security/walk.ts'
import { tracing } from '../../src/network/test/importing.ts'
import { staysById } from '../../src/erasure/parts.ts'
import { importing } from '../../src/organization/import/test/uploading.ts'

/** People who between them do everything that the story tells, but for what the knowledge office does. */
const called = {
  fay: 'Fayrouz Quillmark',
  mia: 'Miamaris Zobelquist',
  max: 'Maximin Vortigern',
  otto: 'Ottokar Ysselmund',
  ina: 'Inabelle Thrumwick',
}
/** Their names, addresses and keys, a former name, and what they are called in files that the organization does not know. */
const canaries = [
  ...Object.values(called).flatMap((name) => name.split(' ')),
  ...Object.keys(called).map((who) => `kq7${who}`),
  'Oldwicke',
  'mzq.elsewhere',
  'paulaaddressqz',
]
/** What somebody keeps for themselves or says of themselves goes whatever is set. */
const needs = ['privateNeed', 'takenBackNeed', 'mentorNeed', 'secretNeed']
const own = [
  ...needs,
  'draft',
  'joinRequest',
  'invitation',
  'hiddenDoes',
  'hiddenExperience',
  'tokenName',
  'passkeyName',
]
/** What a community says of itself stays whatever is set; the last ones were written by somebody who is still here. */
const ofCommunities =
  /^(privateFeed|openName|requestName|privateName|elsewhere|charter-(?!note)|requestTopic|privateTopic|sheet)/

const folder = mkdtempSync(join(tmpdir(), 'mortar-erasure-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function scene(words: 'stay' | 'go') {
  const written = new Map<string, string>()
  const word = (name: string) => {
    const text = name === 'hiddenEmail' ? 'paulaaddressqz' : `zq${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}qz`
    if (name !== 'hiddenEmail') written.set(name, text)
    return text
  }
  const told = await story(word, called)
  const { db, as, who, server, account } = told
  const gone = [who.fay, who.mia, who.max, who.otto, who.ina, { id: account.paula, name: 'Paula' }]
  const { rows } = await sql<{
    email: string
    id: string
  }>`select email, id from person where email is not null`.execute(db)
  const emailOf = new Map(rows.map(({ id, email }) => [id, email]))

  const brings = importing(told, who.olga)
  const line = (key: keyof typeof called, name: string) => `kq7${key},${name},${emailOf.get(who[key].id)},Ward\n`
  const everybody = Object.entries(called).map(([key, name]) => line(key as 'mia', name))
  await brings.bring({
    people: `id,name,email,unit\n${line('mia', 'Miamaris Oldwicke')}${everybody.slice(2).join('')}`,
  })
  await brings.bring({ people: `id,name,email,unit\n${everybody.join('')}` })
  await brings.look({ people: `id,name,email,unit\n${everybody.join('')}` })

  const { source, read } = tracing(db)
  const mail = await source()
  const from = (key: keyof typeof called) => emailOf.get(who[key].id)!
  await read(
    mail,
    `time,from,to\n2026-01-05,${from('mia')},${from('max')}\n2026-01-05,Miamaris Zobelquist <mzq.elsewhere@example.org>,${from('fay')}\n`,
  )
  await sql`
    insert into trace_identity (source_id, alias, label, state)
    values (${mail}, 'mzq.elsewhere2@other.example', 'Miamaris Zobelquist', 'unknown')`.execute(db)
  await sql`
    update trace_import set report = report || jsonb_build_object('strangers', jsonb_build_array(jsonb_build_array(${from('mia')}::text, 3)))
    where source_id = ${mail}`.execute(db)
  await sql`
    insert into idempotency (person_id, key, request, status, reply)
    values (${who.cora.id}, 'again', '', 200, ${JSON.stringify({ name: called.fay })}), (${who.mia.id}, 'mine', '', 200, 'x')`.execute(
    db,
  )
  await as(who.mia)('PUT /sources/{source}/choice', { params: { source: mail }, body: { agreed: true } })
  await as(who.olga)('PUT /erasures/words', { body: { words } })
  await server.catchUp()
  return { ...told, gone, written }
}

describe.each(['stay', 'go'] as const)('where words are to %s', async (words) => {
  const { db, as, who, server, gone, written } = await scene(words)
  const outlook = async (id: string) =>
    (await as(who.olga)('GET /people/{person}/erasure', { params: { person: id } })).body

  const standing = async (some: string[]) =>
    [...(await placesWithEach(db, some))].filter(([, places]) => places.length > 0).map(([word]) => word)

  test('before, every name stands somewhere, and the page tells what would go and what would stay', async () => {
    expect(await standing(canaries)).toEqual(canaries)
    const told = await outlook(who.mia.id)
    const parts = (list: { part: string; count: number }[]) => list.map(({ part }) => part)

    expect(told.words).toBe(words)
    expect(parts(told.goes)).toEqual(
      expect.arrayContaining(['memberships', 'roles', 'stewardships', 'traces', 'imports']),
    )
    expect(parts(told.wordsOf)).toEqual(expect.arrayContaining(['inquiries', 'practices', 'applications', 'attached']))
    expect(parts(told.stays)).toEqual(expect.arrayContaining(['happened', 'positions']))
    expect(told.may).toEqual({ ask: false, decide: true, takeBack: false })
  })

  test('of those who were erased no table tells a name, an address or a key, and none of their own things', async () => {
    const { rows: before } = await sql<{ n: number }>`select count(*)::int as n from activity`.execute(db)
    for (const { id, name } of gone) {
      const { status } = await as(who.olga)('PUT /people/{person}/erasure', {
        params: { person: id },
        body: { name: name === 'Paula' ? ' Paula ' : name, now: true },
      })
      expect([name, status]).toEqual([name, 204])
    }

    // At once, and not only when those who read activity have come by.
    const things = own.map((name) => written.get(name)!)
    expect(await standing([...canaries, ...things])).toEqual([])
    await server.catchUp()
    expect(await standing([...canaries, ...things])).toEqual([])

    const { rows: after } = await sql<{ n: number }>`select count(*)::int as n from activity`.execute(db)
    expect(after[0]!.n).toBeGreaterThan(before[0]!.n)
    const { rows: people } = await sql<{ name: string; origin: string }>`
      select distinct name from person where id = any(${gone.map(({ id }) => id)}::uuid[])`.execute(db)
    expect(people).toEqual([{ name: 'A former colleague' }])
  })

  test('their ids stay only where it is listed that they do', async () => {
    const ids = gone.map(({ id }) => id)
    const met = await columnsWithIds(db, ids)

    expect(met.filter((column) => !staysById.has(column))).toEqual([])
    expect(met).toEqual(expect.arrayContaining(['activity.actor_id', 'contribution.by_id', 'position.person_id']))
  })

  test(`what they wrote for others ${words === 'stay' ? 'stays' : 'goes, with a trace of each page'}`, async () => {
    const theirs = [...written.keys()].filter(
      (name) => !own.includes(name) && !ofCommunities.test(name) && !name.startsWith('redacted'),
    )
    const ofAll = ['privateName', 'charter-purpose', 'privateTopic', 'sheetNeed']
    const places = await placesWithEach(
      db,
      [...theirs, ...ofAll].map((name) => written.get(name)!),
    )
    const placesOf = (name: string) => places.get(written.get(name)!)!
    if (words === 'go') for (const name of theirs) expect([name, placesOf(name)]).toEqual([name, []])
    const kept = ['privateBody', 'privateContribution', 'privatePractice-how', 'validationDebate', 'change-note']
    for (const name of kept) expect(placesOf(name).length > 0, name).toBe(words === 'stay')
    for (const name of ofAll) expect(placesOf(name), name).not.toEqual([])
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from redaction where ground = 'erasure'`.execute(db)
    expect(rows[0]!.n > 0).toBe(words === 'go')
  })

  test('no page, list, search or export tells a name of theirs', async () => {
    const calls = callsIn(await readDocument(server)).filter(({ method, path }) => method === 'GET' && path !== '/live')
    const low = canaries.map((canary) => canary.toLowerCase())
    const met: string[] = []
    const meet = (where: string, text: string) => {
      const found = low.find((canary) => text.toLowerCase().includes(canary))
      if (found) met.push(`${where}: ${found}`)
    }
    const addresses = [
      ...everyAddress(calls, await idsIn(db)),
      ...canaries.flatMap((canary) => [
        `/search?words=${canary.slice(0, -1)}`,
        `/people?words=${canary.slice(0, -1)}`,
        `/office/accounts?state=left&words=${canary.slice(0, 3)}`,
      ]),
    ]
    for (const reader of words === 'stay' ? [who.olga, who.cora] : [who.olga])
      for (const url of addresses) {
        const headers = { authorization: `Bearer ${reader.token}` }
        const { body } = await server.app.inject({ url: `/api${url}`, headers })
        meet(url, url.includes('words=') ? body.replaceAll(/"(asked|words|meant)":"[^"]*"/g, '') : body)
      }
    const pool = poolOf(db)
    await exportArchive(pool, join(folder, words), '0.0.0')
    for (const entry of readdirSync(join(folder, words), { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        meet(entry.name, `${entry.name} ${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    await backup(pool, join(folder, `${words}.backup`), '0.0.0')
    meet('backup', gunzipSync(readFileSync(join(folder, `${words}.backup`))).toString('latin1'))

    expect(met).toEqual([])
  })

  test('they are not there any more, cannot come in, and nothing can be asked of them', async () => {
    const params = { person: who.mia.id }
    expect((await as(who.mia)('GET /me')).status).toBe(401)
    const page = await as(who.olga)('GET /people/{person}', { params })
    expect([page.status, page.problem.code]).toEqual([404, 'organization.personErased'])
    expect((await as(who.olga)('GET /people/{person}/erasure', { params })).status).toBe(404)
    const again = { params, body: { name: 'A former colleague', now: true } }
    expect((await as(who.olga)('PUT /people/{person}/erasure', again)).status).toBe(404)
    expect((await as(who.olga)('POST /office/recoveries/{person}', { params })).status).toBe(404)
    const list = (await as(who.olga)('GET /erasures')).body.items.filter(({ state }) => state === 'done')
    expect(list.map(({ person, words: how }) => [person.name, how])).toContainEqual(['A former colleague', words])
  })
})
