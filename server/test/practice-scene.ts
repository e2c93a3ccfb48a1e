import type { WritePractice } from '@mortar/contract/practice'
import type { z } from 'zod'
import { type Somebody, testWorld } from './world.ts'

type Draft = Partial<z.input<typeof WritePractice>>

/** A world with the acts that practices need before anything can be told about them. */
export async function practiceScene() {
  const world = await testWorld()
  const { as } = world

  let communities = 0
  const community = async (facilitator: Somebody, visibility: 'open' | 'by_request' | 'private' = 'open') => {
    const { body } = await as(facilitator)('POST /communities', {
      body: {
        name: `Community ${++communities}`,
        short: 'COM',
        colour: 1,
        visibility,
        domain: 'What we care about',
      },
    })
    return body.id
  }
  const join = async (communityId: string, ...people: Somebody[]) => {
    for (const { id } of people) {
      await world.db.insertInto('membership').values({ communityId, personId: id, byAct: 'accepted' }).execute()
    }
  }
  const draft = async (author: Somebody, communityId: string, more: Draft = {}) => {
    const { body, status, problem } = await as(author)('POST /practices', {
      body: {
        community: communityId,
        kind: 'method',
        title: 'First contact call',
        problem: 'People wait without knowing what happens.',
        how: 'Call within two days.',
        ...more,
      },
    })
    if (status !== 201) throw new Error(problem.title)
    return body.id
  }
  const move = (who: Somebody, practice: string, state: 'draft' | 'proposed' | 'current' | 'retired', reason = '') =>
    as(who)('PUT /practices/{practice}/state', { params: { practice }, body: { state, reason } })
  const current = async (steward: Somebody, communityId: string, more: Draft = {}) => {
    const id = await draft(steward, communityId, more)
    await move(steward, id, 'proposed')
    await move(steward, id, 'current')
    return id
  }
  const read = async (who: Somebody, practice: string) => as(who)('GET /practices/{practice}', { params: { practice } })
  const apply = (who: Somebody, practice: string, more: object = {}) =>
    as(who)('POST /practices/{practice}/applications', { params: { practice }, body: { outcome: 'worked', ...more } })
  const decide = (
    who: Somebody,
    practice: string,
    unit: string,
    state: 'trying' | 'adopted' | 'declined' | 'dropped',
  ) =>
    as(who)('PUT /practices/{practice}/adoptions/{unit}', {
      params: { practice, unit },
      body: { state, reason: 'We talked about it.' },
    })
  return { ...world, community, join, draft, move, current, read, apply, decide }
}
