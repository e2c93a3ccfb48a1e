import { describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../test/world.ts'

const { person, unit, as } = await testWorld()
const ward = await unit('Ward')
const facilitator = await person('Facilitator')
const member = await person('Member')
const invited = await person('Invited')
const colleague = await person('Colleague', { unit: ward })
const office = await person('Office', { office: true })
const everybody = { facilitator, member, invited, colleague, office }
type Who = keyof typeof everybody

const text = { short: 'COM', colour: 1, domain: 'A domain', about: '', notAbout: '', purpose: '' } as const

async function community(visibility: 'open' | 'by_request' | 'private') {
  const { id } = (
    await as(facilitator)('POST /communities', { body: { ...text, name: `The ${visibility} one`, visibility } })
  ).body
  await as(facilitator)('POST /communities/{community}/invitations', {
    params: { community: id },
    body: { person: member.id },
  })
  const { items } = (await as(member)('GET /invitations')).body
  await as(member)('PUT /invitations/{invitation}/reply', {
    params: { invitation: items.find((line) => line.community.id === id)!.id },
    body: { accepted: true },
  })
  await as(facilitator)('POST /communities/{community}/invitations', {
    params: { community: id },
    body: { person: invited.id },
  })
  return id
}
const communities = {
  open: await community('open'),
  by_request: await community('by_request'),
  private: await community('private'),
}

const acts = {
  see: (who: Somebody, id: string) => as(who)('GET /communities/{community}', { params: { community: id } }),
  'see members': (who: Somebody, id: string) =>
    as(who)('GET /communities/{community}/members', { params: { community: id } }),
  'read charters': (who: Somebody, id: string) =>
    as(who)('GET /communities/{community}/charters', { params: { community: id } }),
  'see invitations': (who: Somebody, id: string) =>
    as(who)('GET /communities/{community}/invitations', { params: { community: id } }),
  'see who asks to join': (who: Somebody, id: string) =>
    as(who)('GET /communities/{community}/requests', { params: { community: id } }),
  'set the stage': (who: Somebody, id: string) =>
    as(who)('PUT /communities/{community}/stage', {
      params: { community: id },
      body: { stage: who.id === facilitator.id ? 'coalescing' : 'maturing', reason: 'We met.' },
    }),
  'add a topic': (who: Somebody, id: string) =>
    as(who)('POST /communities/{community}/topics', {
      params: { community: id },
      body: { name: `Topic of ${who.id}` },
    }),
}

const everyone: Who[] = ['facilitator', 'member', 'invited', 'colleague', 'office']
const allowed: Record<keyof typeof acts, Record<keyof typeof communities, Who[]>> = {
  see: { open: everyone, by_request: everyone, private: ['facilitator', 'member', 'invited'] },
  'see members': { open: everyone, by_request: everyone, private: ['facilitator', 'member'] },
  'read charters': { open: everyone, by_request: everyone, private: ['facilitator', 'member', 'invited'] },
  'see invitations': {
    open: ['facilitator', 'member'],
    by_request: ['facilitator', 'member'],
    private: ['facilitator', 'member'],
  },
  'see who asks to join': { open: ['facilitator'], by_request: ['facilitator'], private: ['facilitator'] },
  'set the stage': { open: ['facilitator'], by_request: ['facilitator'], private: ['facilitator'] },
  'add a topic': {
    open: ['facilitator', 'member'],
    by_request: ['facilitator', 'member'],
    private: ['facilitator', 'member'],
  },
}

describe.each(Object.keys(acts) as (keyof typeof acts)[])('who may %s', (act) => {
  test.each(
    (Object.keys(communities) as (keyof typeof communities)[]).flatMap((visibility) =>
      everyone.map((who) => ({ visibility, who, may: allowed[act][visibility].includes(who) })),
    ),
  )('$visibility: $who, $may', async ({ visibility, who, may }) => {
    const { status } = await acts[act](everybody[who], communities[visibility])

    if (may) expect(status).toBeLessThan(300)
    else expect([403, 404]).toContain(status)
  })
})

test('an invitation to a unit reaches its people, and makes nobody a member', async () => {
  const { id } = (
    await as(facilitator)('POST /communities', { body: { ...text, name: 'Unit guests', visibility: 'private' } })
  ).body
  await as(facilitator)('POST /communities/{community}/invitations', {
    params: { community: id },
    body: { unit: ward },
  })

  const seen = await as(colleague)('GET /communities/{community}', { params: { community: id } })

  expect([seen.body.member, seen.body.may.join, seen.body.people]).toEqual([false, true, 1])
})

test('who asked to join becomes a member when a facilitator accepts, once', async () => {
  const params = { community: communities.by_request }
  const request = (
    await as(colleague)('POST /communities/{community}/requests', { params, body: { message: 'I do this daily' } })
  ).body
  const decide = () =>
    as(facilitator)('PUT /communities/{community}/requests/{request}/decision', {
      params: { ...params, request: request.id },
      body: { accepted: true },
    })

  expect((await decide()).status).toBe(204)
  expect((await decide()).status).toBe(409)
  expect((await as(colleague)('GET /communities/{community}', { params })).body.member).toBe(true)
})

test('the last facilitator may lay the role down: the community then needs one', async () => {
  const { id } = (
    await as(facilitator)('POST /communities', { body: { ...text, name: 'Leaderless', visibility: 'open' } })
  ).body
  const params = { community: id, person: facilitator.id }

  expect(
    (await as(member)('PUT /communities/{community}/members/{person}/roles', { params, body: { roles: [] } })).status,
  ).toBe(403)
  await as(facilitator)('PUT /communities/{community}/members/{person}/roles', { params, body: { roles: [] } })

  expect((await as(member)('GET /communities/{community}', { params: { community: id } })).body.needsFacilitator).toBe(
    true,
  )
})

test('a member takes up a community without a facilitator, and nobody takes one that has', async () => {
  const { id } = (await as(facilitator)('POST /communities', { body: { ...text, name: 'Orphan', visibility: 'open' } }))
    .body
  await as(member)('PUT /communities/{community}/membership', { params: { community: id } })
  const take = (who: Somebody) =>
    as(who)('PUT /communities/{community}/members/{person}/roles', {
      params: { community: id, person: who.id },
      body: { roles: ['facilitator'] },
    })
  expect((await take(member)).status).toBe(403)
  await as(facilitator)('PUT /communities/{community}/members/{person}/roles', {
    params: { community: id, person: facilitator.id },
    body: { roles: [] },
  })
  expect((await as(member)('GET /communities/{community}', { params: { community: id } })).body.may.takeUp).toBe(true)

  expect((await take(member)).status).toBe(204)
  expect((await take(facilitator)).status).toBe(403)
})
