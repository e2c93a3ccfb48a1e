import type { AskInquiry } from '@mortar/contract/inquiry'
import { communitiesFor, mayAskIn } from '#community/index.ts'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { inquiryToChange } from '../access.ts'
import { standTogether } from '../inquiry.ts'
import { unitExists } from '../queries/context.ts'
import { saveCommunities, saveInquiry, saveTopics } from '../queries/inquiries.ts'
import { refuse } from '../refusals.ts'
import { recordOn, weave } from './said.ts'

/** Asks one to three communities. */
export const askInquiry = (db: Database, actor: Actor, input: AskInquiry): Promise<{ id: string }> =>
  inTransaction(db, async (tx) => {
    const { title, body, communities, topics, unit, problemKind } = input
    await mustTake(tx, actor, communities)
    if (unit && !(await unitExists(tx, unit))) throw refuse.invalid('unitUnknown')

    const { id } = await saveInquiry(tx, actor.id, {
      title,
      body,
      html: body && renderMarkdown(body),
      unitId: unit,
      problemKind,
    })
    await saveCommunities(tx, id, communities)
    if (topics.length > 0) await saveTopics(tx, id, topics)
    const mentioned = await weave(tx, actor.id, id, { kind: 'inquiry', id }, body)
    await recordOn(tx, await inquiryToChange(tx, actor, id), 'asked', { people: mentioned })
    return { id }
  })

/** Refuses communities that do not take an inquiry from this person, or do not take it together. */
export async function mustTake(db: Reader, actor: Actor, ids: string[]): Promise<void> {
  const found = await communitiesFor(db, actor, ids)
  if (found.length < ids.length) throw refuse.notFound('communityUnknown')
  for (const { community, who } of found) {
    if (community.closedAt) throw refuse.conflict('communityClosed', { name: community.name })
    if (!mayAskIn(community, who)) throw refuse.forbidden('membersAsk', { name: community.name })
  }
  if (!standTogether(found.map(({ community }) => community))) throw refuse.invalid('privateAlone')
}
