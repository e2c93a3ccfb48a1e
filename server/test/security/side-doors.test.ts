import { expect, test } from 'vitest'
import { inquiryWorld } from '../inquiry-world.ts'
import { practiceScene } from '../practice-scene.ts'
import type { Somebody } from '../world.ts'

/** Ways round a right: by an own inquiry, an own practice, what is not found, or who is named. */
const scene = await practiceScene()
const { as, person, server, unit } = scene
const owner = await person('Otto Owner')
const stranger = await person('Siru Stranger')

const image = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
  Buffer.from('1f15c4890000000d49444154789c63f8cfc0f01f0005000185ff8d6b2d0000000049454e44ae426082', 'hex'),
])

async function upload(who: Somebody, bytes: Buffer): Promise<{ id: string; address: string }> {
  const edge = 'edge-of-a-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`
  const sent = await server.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  return sent.json()
}

const status = async (who: Somebody, url: string) =>
  (await server.app.inject({ url, headers: { authorization: `Bearer ${who.token}` } })).statusCode

const inquiryIn = async (who: Somebody, community: string, body = 'y') =>
  (await as(who)('POST /inquiries', { body: { title: 'x', body, communities: [community] } })).body.id

test('who used a practice on their own inquiry takes no word from the practice by it', async () => {
  const practice = await scene.current(owner, await scene.community(owner), { how: 'Call within two days.' })
  const inquiry = await inquiryIn(stranger, await scene.community(stranger), 'Call within two days, I said.')
  await scene.apply(stranger, practice, { inquiry, changed: 'Call within two days worked.' })

  const taken = await as(stranger)('POST /inquiries/{inquiry}/redactions', {
    params: { inquiry },
    body: { passages: ['Call within two days'], ground: 'person' },
  })

  expect([taken.status, taken.body.practices]).toEqual([200, 0])
  expect((await scene.read(owner, practice)).body.text.how.markdown).toBe('Call within two days.')
  const told = await as(owner)('GET /practices/{practice}/applications', { params: { practice } })
  expect(told.body.items.map(({ changed }) => changed)).toEqual(['▇▇ worked.'])
})

test('a file that somebody may not read is neither opened nor destroyed by a practice of theirs', async () => {
  const file = await upload(owner, Buffer.concat([image, Buffer.from('secret')]))
  await inquiryIn(owner, await scene.community(owner, 'private'), `![x](${file.address})`)
  const practice = await scene.draft(stranger, await scene.community(stranger), { how: `![x](${file.address})` })
  expect(await status(stranger, file.address)).toBe(404)

  const taken = await as(stranger)('POST /practices/{practice}/redactions', {
    params: { practice },
    body: { passages: [], files: [file.id], ground: 'person' },
  })

  expect(taken.status).toBe(409)
  expect(await status(owner, file.address)).toBe(200)
})

test('a file that an inquiry shows stays there when it is taken from a practice that was distilled from it', async () => {
  const file = await upload(owner, Buffer.concat([image, Buffer.from('open')]))
  const inquiry = await inquiryIn(owner, await scene.community(owner), `![x](${file.address})`)
  const community = await scene.community(stranger)
  const practice = await scene.draft(stranger, community, {
    how: `![x](${file.address})`,
    from: { inquiry, contributions: [] },
  })

  const taken = await as(stranger)('POST /practices/{practice}/redactions', {
    params: { practice },
    body: { passages: [], files: [file.id], ground: 'person' },
  })

  expect([taken.status, taken.body.files]).toEqual([200, 1])
  expect(await status(owner, file.address)).toBe(200)
})

test('whose practice a private community put before a unit is named neither on its home nor in its inbox', async () => {
  const ward = await unit('Ward')
  const steward = await person('Sanni Steward')
  const manager = await person('Mona Manager', { unit: ward, manages: ward })
  const works = await person('Ville Worker', { unit: ward })
  const member = await person('Minna Member')
  const community = await scene.community(steward, 'private')
  const practice = await scene.current(steward, community)
  await as(steward)('POST /practices/{practice}/proposals', {
    params: { practice },
    body: { unit: ward, message: 'Take it.' },
  })
  await as(works)('PUT /following/{kind}/{id}', {
    params: { kind: 'practice', id: practice },
    body: { level: 'everything' },
  })
  await scene.join(community, member)
  await scene.apply(member, practice)
  await server.catchUp()

  const home = (await as(manager)('GET /home')).body
  expect(home.needs.map(({ kind, by }) => [kind, by])).toEqual([['unit_proposal', null]])
  const inbox = (await as(manager)('GET /inbox')).body
  expect(inbox.items.map(({ verb, actor }) => [verb, actor])).toEqual([['practice.proposed_to_unit', null]])
  const followed = (await as(works)('GET /home')).body.followed
  expect(followed.map(({ verb, actor }) => [verb, actor])).toEqual([['practice.applied', null]])
  expect((await as(steward)('GET /inbox')).body.items.map(({ actor }) => actor?.name)).toContain('Minna Member')
})

test('what is found tells nobody which words stand in what they may not read', async () => {
  const world = await inquiryWorld()
  const asker = await world.person('Aino')
  const outside = await world.person('Olli')
  const open = await world.community(asker, 'open')
  await world.ask(asker, [open], { title: 'Which loom is best', body: 'loom' })
  const closed = await world.community(asker, 'private')
  await world.ask(asker, [closed], { title: 'Qzxkarhunen is ill', body: 'x' })
  await world.server.catchUp()
  const found = async (who: Somebody, words: string) =>
    (await world.as(who)('GET /search', { query: { words } })).body.items.length

  for (const words of ['loom qzxkarhunen ', 'loom qzx', 'loom vvvvvv '])
    expect([words, await found(outside, words)]).toEqual([words, 1])
  expect(await found(asker, 'loom qzxkarhunen ')).toBe(0)
})

test('the knowledge office is not given to a guest', async () => {
  const office = await person('Oona Office', { office: true })
  const guest = await person('Gus Guest')
  await scene.db.updateTable('person').set({ origin: 'guest' }).where('id', '=', guest.id).execute()

  const handed = await as(office)('PUT /office/succession', { body: { to: guest.id } })
  const taken = await as(office)('PUT /office/members/{person}', { params: { person: guest.id } })

  expect([handed.status, taken.status]).toEqual([404, 404])
})
