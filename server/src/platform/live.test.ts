import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const { db, person, as, server } = await testWorld()
const maria = await person('Maria')
const base = await server.listen(0, '127.0.0.1')

test('a stream ends at the next change after its token was revoked', async () => {
  const body = { name: 'Dyers', short: 'DYE', colour: 1, visibility: 'open', domain: 'Dyeing' } as const
  const community = (await as(maria)('POST /communities', { body })).body.id
  const { id } = (await as(maria)('POST /inquiries', { body: { title: 'x', body: 'y', communities: [community] } }))
    .body
  const olli = await person('Olli')
  const stream = await fetch(`${base}/api/live?subject=inquiry:${id}`, {
    headers: { authorization: `Bearer ${olli.token}` },
  })
  const reader = stream.body!.getReader()
  await reader.read()
  await db.updateTable('personalToken').set({ revokedAt: new Date() }).where('personId', '=', olli.id).execute()

  const contribution = { kind: 'answer', body: 'z' } as const
  await as(maria)('POST /inquiries/{inquiry}/contributions', { params: { inquiry: id }, body: contribution })

  let told = ''
  for (let part = await reader.read(); !part.done; part = await reader.read())
    told += new TextDecoder().decode(part.value)
  expect(told).not.toContain('changed')
})

test('a hundred streams of one person are enough; where one is closed another may open', async () => {
  const body = { name: 'Carders', short: 'CAR', colour: 1, visibility: 'open', domain: 'Carding' } as const
  const { id } = (await as(maria)('POST /communities', { body })).body
  const [tess, tove] = [await person('Tess'), await person('Tove')]
  // An answer that nobody holds any more is collected, and its stream closed with it.
  const held: Response[] = []
  const open = async (who = tess) => {
    const answer = await fetch(`${base}/api/live?subject=community:${id}`, {
      headers: { authorization: `Bearer ${who.token}` },
    })
    held.push(answer)
    return answer.status
  }
  for (let nth = 0; nth < 100; nth++) expect(await open()).toBe(200)

  expect([await open(), await open(tove)]).toEqual([429, 200])
  expect(await held[100]!.json()).toMatchObject({ code: 'platform.manyStreams' })
  await held[0]!.body!.cancel()
  await expect.poll(() => open()).toBe(200)
  for (const answer of held) if (!answer.bodyUsed) await answer.body!.cancel()
})

test('a server that stops ends its open streams and does not wait for who listens', async () => {
  const body = { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Weaving' } as const
  const { id } = (await as(maria)('POST /communities', { body })).body
  const stream = await fetch(`${base}/api/live?subject=community:${id}`, {
    headers: { authorization: `Bearer ${maria.token}` },
  })
  const reader = stream.body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('retry')

  await server.close()

  while (!(await reader.read()).done) {}
})
