import { describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { sheetMarkdown } from './markdown.ts'
import { dueOf, fitting } from './sheet.ts'
import { fieldsOf } from './template.ts'
import { templates, templateWith } from './templates/all.ts'

const { as, person, unit } = await testWorld()
const ward = await unit('Ward')
const fay = await person('Fay Facilitator', { unit: ward })
const mia = await person('Mia Member', { unit: ward })
const ned = await person('Ned Newcomer', { unit: ward })
const sam = await person('Sam Stranger', { unit: ward })
const everybody = { fay, mia, sam }
type Who = keyof typeof everybody

async function community(visibility: 'open' | 'by_request' | 'private') {
  const { id } = (
    await as(fay)('POST /communities', {
      body: {
        name: `The ${visibility} one`,
        short: 'ONE',
        colour: 1,
        visibility,
        domain: 'Woad',
        purpose: 'To dye well.',
      },
    })
  ).body
  for (const who of [mia, ned]) {
    await as(fay)('POST /communities/{community}/invitations', { params: { community: id }, body: { person: who.id } })
    const { items } = (await as(who)('GET /invitations')).body
    await as(who)('PUT /invitations/{invitation}/reply', {
      params: { invitation: items.find((line) => line.community.id === id)!.id },
      body: { accepted: true },
    })
  }
  return id
}
const communities = {
  open: await community('open'),
  by_request: await community('by_request'),
  private: await community('private'),
}

const start = async (where: string, template: string, who = fay) =>
  as(who)('POST /communities/{community}/sheets', { params: { community: where }, body: { template } })
const read = (who: Somebody, where: string, sheet: string) =>
  as(who)('GET /communities/{community}/sheets/{sheet}', { params: { community: where, sheet } })
const write = (who: Somebody, where: string, sheet: string, base: number, content: Record<string, string | string[]>) =>
  as(who)('PUT /communities/{community}/sheets/{sheet}', {
    params: { community: where, sheet },
    body: { base, title: 'Case', content },
  })
const put = (who: Somebody, where: string, sheet: string, state: 'draft' | 'in_use' | 'done') =>
  as(who)('PUT /communities/{community}/sheets/{sheet}/state', { params: { community: where, sheet }, body: { state } })

const sheets = {
  open: (await start(communities.open, 'sponsorship')).body.id,
  by_request: (await start(communities.by_request, 'sponsorship')).body.id,
  private: (await start(communities.private, 'sponsorship')).body.id,
}
const inUse = {
  open: (await start(communities.open, 'rules')).body.id,
  by_request: (await start(communities.by_request, 'rules')).body.id,
  private: (await start(communities.private, 'rules')).body.id,
}
for (const place of ['open', 'by_request', 'private'] as const)
  await put(fay, communities[place], inUse[place], 'in_use')

const acts = {
  'read a draft': (who: Somebody, place: keyof typeof communities) => read(who, communities[place], sheets[place]),
  'read what is in use': (who: Somebody, place: keyof typeof communities) =>
    read(who, communities[place], inUse[place]),
  'start a review': (who: Somebody, place: keyof typeof communities) => start(communities[place], 'review', who),
  'start the rules': (who: Somebody, place: keyof typeof communities) => start(communities[place], 'rules', who),
}
const members: Who[] = ['fay', 'mia']
const allowed: Record<keyof typeof acts, Record<keyof typeof communities, Who[]>> = {
  'read a draft': { open: members, by_request: members, private: members },
  'read what is in use': { open: ['fay', 'mia', 'sam'], by_request: members, private: members },
  'start a review': { open: members, by_request: members, private: members },
  'start the rules': { open: ['fay'], by_request: ['fay'], private: ['fay'] },
}

describe.each(Object.keys(acts) as (keyof typeof acts)[])('who may %s', (act) => {
  test.each(
    (Object.keys(communities) as (keyof typeof communities)[]).flatMap((place) =>
      (['fay', 'mia', 'sam'] as const).map((who) => ({ place, who, may: allowed[act][place].includes(who) })),
    ),
  )('$place: $who, $may', async ({ place, who, may }) => {
    const { status } = await acts[act](everybody[who], place)

    if (may) expect(status).toBeLessThan(300)
    else expect([403, 404]).toContain(status)
  })
})

describe('a sheet', () => {
  const where = communities.by_request

  test('begins with what the community says of itself', async () => {
    const { id } = (await start(where, 'sponsorship')).body
    expect((await read(mia, where, id)).body).toMatchObject({
      state: 'draft',
      edits: 1,
      version: 1,
      content: { need: 'To dye well.' },
      may: { write: false, setState: false },
    })
    expect((await start(where, 'nothing')).status).toBe(404)
  })

  test('of two who write at once the first stands, and both texts are in sight', async () => {
    const { id } = (await start(where, 'ladder')).body
    expect((await write(fay, where, id, 1, { greet: 'Within two days' })).body).toMatchObject({ edits: 2, version: 1 })
    const late = await write(mia, where, id, 1, { greet: 'Within a week' })

    expect(late.status).toBe(409)
    expect(late.problem.current).toMatchObject({ edits: 2, content: { greet: 'Within two days' }, by: { id: fay.id } })
    expect((await read(mia, where, id)).body.content).toMatchObject({ greet: 'Within two days' })
    expect((await write(mia, where, id, 2, { greet: 'Within a week' })).status).toBe(200)
  })

  test('somebody else begins a version, the same person goes on in theirs, and earlier ones stay', async () => {
    const { id } = (await start(where, 'review')).body
    for (const [who, base, meant] of [
      [fay, 1, 'Blue'],
      [fay, 2, 'Deep blue'],
      [mia, 3, 'Green'],
    ] as const)
      expect((await write(who, where, id, base, { meant })).status).toBe(200)

    const { body } = await read(fay, where, id)
    expect(body.versions.map(({ version, by }) => [version, by?.id])).toEqual([
      [2, mia.id],
      [1, fay.id],
    ])
    const first = await as(fay)('GET /communities/{community}/sheets/{sheet}/versions/{version}', {
      params: { community: where, sheet: id, version: 1 },
    })
    expect(first.body.content).toEqual({ meant: 'Deep blue' })
  })

  test('what is done is written no more until it is taken up again', async () => {
    const { id } = (await start(where, 'closing')).body
    expect((await put(mia, where, id, 'done')).status).toBe(403)
    expect((await put(fay, where, id, 'done')).status).toBe(204)
    expect((await put(fay, where, id, 'done')).status).toBe(409)
    expect((await write(fay, where, id, 1, { reached: 'All of it' })).status).toBe(409)
    expect((await put(fay, where, id, 'in_use')).status).toBe(204)
    expect((await write(fay, where, id, 1, { reached: 'All of it', steps: ['asked', 'nonsense'] })).status).toBe(200)
    expect((await read(fay, where, id)).body.content).toEqual({ reached: 'All of it', steps: ['asked'] })
    const { items } = (await as(fay)('GET /communities/{community}/sheets', { params: { community: where } })).body
    expect(items.find((line) => line.id === id)!.checked).toEqual({ done: 1, all: 8 })
  })

  test('that is set aside is due no more, written no more, and read by its members, until it is taken out again', async () => {
    const { id } = (await start(where, 'review')).body
    const params = { community: where, sheet: id }
    const discard = (who: Somebody) => as(who)('PUT /communities/{community}/sheets/{sheet}/discard', { params })
    await put(fay, where, id, 'in_use')
    const template = templateWith('succession')!
    const dated = { state: 'in_use' as const, content: { on: '2026-01-01' } }
    expect((await discard(sam)).status).toBe(404)
    expect((await discard(mia)).status).toBe(204)
    expect((await discard(mia)).problem.code).toBe('community.sheetDiscarded')

    expect((await write(fay, where, id, 1, { meant: 'Blue' })).problem.code).toBe('community.sheetDiscarded')
    expect((await put(fay, where, id, 'done')).problem.code).toBe('community.sheetDiscarded')
    expect((await read(mia, where, id)).body).toMatchObject({
      discarded: true,
      may: { write: false, setState: false, discard: false, restore: true },
    })
    expect(dueOf(template, { ...dated, discardedAt: new Date() })).toBeUndefined()

    expect((await as(mia)('DELETE /communities/{community}/sheets/{sheet}/discard', { params })).status).toBe(204)
    expect((await as(mia)('DELETE /communities/{community}/sheets/{sheet}/discard', { params })).status).toBe(409)
    expect((await write(fay, where, id, 1, { meant: 'Blue' })).status).toBe(200)
  })

  test('names people who are there, and no others', async () => {
    const { id } = (await start(where, 'roles')).body
    expect((await read(fay, where, id)).body.content).toEqual({ facilitators: [fay.id] })
    const stranger = '00000000-0000-4000-8000-000000000000'
    await write(fay, where, id, 1, { hosts: [ned.id, stranger] })
    expect((await read(fay, where, id)).body).toMatchObject({ content: { hosts: [ned.id] }, people: [{ id: ned.id }] })
  })

  test('goes along as Markdown, with every item of its lists', async () => {
    const { id } = (await start(where, 'closing')).body
    await write(fay, where, id, 1, { why: 'reached', reached: 'Blue *and* fast.', steps: ['thanks'], ask: [mia.id] })
    const { body } = await as(mia)('GET /communities/{community}/sheets/{sheet}/markdown', {
      params: { community: where, sheet: id },
    })

    expect(body.name).toBe('the-by-request-one-closing.md')
    expect(body.markdown).toContain('# Case\n\n*Closing checklist · The by\\_request one · draft · ')
    expect(body.markdown).toContain('**It ends because**\n\nwhat it was for is reached')
    expect(body.markdown).toContain('Blue *and* fast.')
    expect(body.markdown).toContain('- [x] Thanks are said\n- [ ] The community is closed with honour')
    expect(body.markdown).toContain('- Mia Member')
    expect(body.markdown).not.toContain('The last day')
  })
})

test('every template says all it says in both languages, and calls each field and each item once', () => {
  for (const template of templates) {
    const fields = fieldsOf(template)
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    const said = [
      template.name,
      template.what,
      ...template.sections.flatMap(({ title, how }) => (how ? [title, how] : [title])),
    ]
    for (const { label, how, options = [], kind } of fields) {
      said.push(label, ...(how ? [how] : []), ...options.map((option) => option.label))
      expect(options.length > 0).toBe(kind === 'choice' || kind === 'checks')
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
    }
    for (const [en, fi] of said) expect([en.length > 0, fi.length > 0, en === fi]).toEqual([true, true, false])
  }
})

test('what a template does not know, or not in this shape, falls away', () => {
  const template = templateWith('closing')!
  const content = {
    why: 'nonsense',
    reached: '  ',
    steps: ['close', 'close'],
    on: '2026-99-01',
    ask: ['me'],
    other: 'x',
  }

  expect(fitting(template, content)).toEqual({ steps: ['close'] })
  expect(
    sheetMarkdown(
      { title: 'A *b*', template: { id: 'x', name: 'A *b*', what: '' }, sections: [], content: {}, people: [] },
      { community: 'C', state: 'draft', day: '1' },
    ),
  ).toBe('# A \\*b\\*\n\n*C · draft · 1*\n')
})
