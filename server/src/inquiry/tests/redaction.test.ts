import { expect, test } from 'vitest'
import { placesWith } from '../../../test/columns.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page, trail, db, server } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const physio = await community(maria)
const name = 'Kaarlo Virtasalmi'

const redact = (inquiry: string, body: { passages?: string[]; files?: string[] }, who = maria) =>
  as(who)('POST /inquiries/{inquiry}/redactions', { params: { inquiry }, body: { ground: 'person', ...body } })

test('redacted words are in no table afterwards: no version, no reason, no draft, no index', async () => {
  const params = { inquiry: await ask(tom, [physio], { title: `${name} will not stand`, body: `**${name}** fell.` }) }
  await as(tom)('PUT /inquiries/{inquiry}', {
    params,
    body: { base: 1, title: 'He will not stand', body: `Kaarlo **Virtasalmi** fell.` },
  })
  const contribution = await answer(inga, params.inquiry, `I know kaarlo\nvirtasalmi well.`)
  await as(inga)('PUT /contributions/{contribution}', {
    params: { contribution },
    body: { base: 1, body: 'I know him.' },
  })
  await as(inga)('POST /inquiries/{inquiry}/contributions', {
    params,
    body: { kind: 'reply', parent: contribution, body: `${name}, of Ward 3.` },
    headers: { 'idempotency-key': 'once' },
  })
  await as(tom)('PUT /contributions/{contribution}/thanks', {
    params: { contribution },
    body: { reason: `For ${name}` },
  })
  await as(tom)('PUT /inquiries/{inquiry}/resolution', { params, body: { anotherWay: `${name} went home.` } })
  await as(tom)('DELETE /inquiries/{inquiry}/resolution', { params, body: { reason: `${name} is back.` } })
  await as(tom)('PUT /inquiries/{inquiry}/communities', {
    params,
    body: { communities: [physio, await community(tom)], reason: `${name} concerns both` },
  })
  await as(inga)('POST /inquiries/{inquiry}/reports', { params, body: { reason: `It names ${name}` } })
  await as(inga)('PUT /drafts/{key}', {
    params: { key: `inquiry:${params.inquiry}:answer` },
    body: { content: { body: `And ${name} said` } },
  })
  await server.catchUp()
  expect(await placesWith(db, 'virtasalmi')).toEqual(expect.arrayContaining(['inquiry.html', 'inquiry_page.shown']))

  const { status, body } = await redact(params.inquiry, { passages: [name] })
  expect(await placesWith(db, 'virtasalmi')).not.toContain('inquiry_page.shown')
  await server.catchUp()

  expect([status, body.places]).toEqual([200, 9])
  expect(await placesWith(db, 'virtasalmi')).toEqual([])
  expect(await page(inga, params.inquiry)).toMatchObject({
    html: expect.stringMatching(/^<p>▇▇.* fell/),
    redactions: [{ by: { name: 'Maria' }, ground: 'person' }],
  })
  expect((await trail(params.inquiry)).at(-1)).toMatchObject({
    verb: 'inquiry.redacted',
    detail: { ground: 'person', places: 9, files: 0 },
  })
})

test('a redaction that finds nothing changes nothing and says so', async () => {
  const inquiry = await ask(tom, [physio], { body: 'She fell.' })

  const { status, problem } = await redact(inquiry, { passages: ['Absent'] })

  expect([status, problem.code]).toEqual([409, 'inquiry.nothingToRedact'])
  expect((await page(tom, inquiry)).redactions).toEqual([])
})

test('marks that mean something to a pattern are taken as they stand', async () => {
  const inquiry = await ask(tom, [physio], { body: 'Call (09) 123.45 or 123x45.' })

  await redact(inquiry, { passages: ['(09) 123.45'] })

  expect((await page(tom, inquiry)).html).toBe('<p>Call ▇▇ or 123x45.</p>\n')
})

test('a redacted file is gone for everybody, its uploader too; one of another page stays', async () => {
  const upload = async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const form = new FormData()
    form.append('file', new Blob([png], { type: 'image/png' }), 'wound.png')
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    const { json } = await server.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { authorization: `Bearer ${tom.token}`, 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    return json<{ id: string }>().id
  }
  const read = async (who: typeof tom, id: string) =>
    (await server.app.inject({ url: `/api/files/${id}`, headers: { authorization: `Bearer ${who.token}` } })).statusCode
  const [file, other] = [await upload(), await upload()]
  const inquiry = await ask(tom, [physio], { body: `![wound](/api/files/${file})` })
  await ask(tom, [physio], { body: `![wound](/api/files/${other})` })
  expect([await read(inga, file), await read(inga, other)]).toEqual([200, 200])

  expect((await redact(inquiry, { files: [other] })).status).toBe(409)
  expect((await redact(inquiry, { files: [file] })).body).toEqual({ places: 0, files: 1, practices: 0 })

  expect([await read(inga, file), await read(tom, file), await read(inga, other)]).toEqual([410, 410, 200])
})

test('naming a file of somebody else opens it to nobody', async () => {
  const { id } = await db
    .insertInto('file')
    .values({ sha256: Buffer.from('x'), name: 'secret.png', mediaType: 'image/png', size: 1, uploadedBy: maria.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ask(tom, [physio], { body: `![mine now](/api/files/${id})` })

  const { statusCode } = await server.app.inject({
    url: `/api/files/${id}`,
    headers: { authorization: `Bearer ${tom.token}` },
  })

  expect(statusCode).toBe(404)
})
