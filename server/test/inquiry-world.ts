import type { AskInquiry } from '@mortar/contract/inquiry'
import type { Visibility } from '@mortar/contract/community'
import { type Somebody, testWorld } from './world.ts'

/** A fresh organization with what scenes about inquiries need again and again. */
export async function inquiryWorld() {
  const world = await testWorld()
  const { as, db } = world
  let count = 0

  const community = async (founder: Somebody, visibility: Visibility = 'open', members: Somebody[] = []) => {
    const name = `Community ${++count}`
    const { body } = await as(founder)('POST /communities', {
      body: { name, short: `C${count}`, colour: 1, visibility, domain: 'Getting people to move again' },
    })
    for (const member of members) {
      await db
        .insertInto('membership')
        .values({ communityId: body.id, personId: member.id, byAct: 'accepted' })
        .execute()
    }
    return body.id
  }
  const ask = async (who: Somebody, communities: string[], more: Partial<AskInquiry> = {}) => {
    const { body, status, problem } = await as(who)('POST /inquiries', {
      body: { title: 'Nobody does the ten exercises', body: 'I tried a diary.', communities, ...more },
    })
    if (status !== 201) throw new Error(`Not asked: ${problem.title} ${JSON.stringify(problem.fields)}`)
    return body.id
  }
  const answer = async (who: Somebody, inquiry: string, body = 'Three are enough.') =>
    (await as(who)('POST /inquiries/{inquiry}/contributions', { params: { inquiry }, body: { kind: 'answer', body } }))
      .body.id
  const page = async (who: Somebody, inquiry: string) =>
    (await as(who)('GET /inquiries/{inquiry}', { params: { inquiry } })).body
  const trail = async (inquiry: string) =>
    (await db.selectFrom('activity').selectAll().where('subjectId', '=', inquiry).orderBy('id').execute()).map(
      (row) => ({
        verb: row.verb,
        people: row.personIds,
        detail: row.detail as Record<string, unknown>,
        actor: row.actorId,
      }),
    )
  return { ...world, community, ask, answer, page, trail }
}
