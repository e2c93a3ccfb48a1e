import type { RecognitionView } from '@mortar/contract/network-recognition'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { shownCount } from '#platform/few.ts'
import { agreedIn, countsOf, type RecognitionRow } from './queries/recognitions.ts'
import { toldOf, untilOf } from './recognition.ts'

/** Recognitions as one person may see them: their own question, and for the office how far it is, never who said what. */
export async function presentRecognitions(
  db: Reader,
  actor: Actor,
  rows: readonly RecognitionRow[],
): Promise<RecognitionView[]> {
  // Names of others travel only to those who agreed and let their own be shown.
  const open = rows.filter(({ answer, namesMe }) => answer === 'yes' && namesMe).map(({ id }) => id)
  const [agreed, counts, communities] = await Promise.all([
    agreedIn(db, open),
    actor.office
      ? countsOf(
          db,
          rows.map(({ id }) => id),
        )
      : undefined,
    communitiesFor(db, actor, [...new Set(rows.flatMap(({ communityId }) => communityId ?? []))]),
  ])
  const person = await peopleFor(
    db,
    agreed.map(({ personId }) => personId),
  )
  return rows.map((row) => {
    const count = counts?.get(row.id)
    const community = communities.find(({ community: { id } }) => id === row.communityId)
    const mine = row.startedBy === actor.id
    return {
      id: row.id,
      state: row.state,
      startedAt: row.startedAt.toISOString(),
      until: untilOf(row.startedAt).toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      mine,
      question: row.asked
        ? {
            ...toldOf({ described: row.described ?? false, people: row.people ?? 0, units: row.units ?? 0 }),
            words: row.words ?? [],
            answer: row.answer,
            called: row.called,
            namesMe: row.namesMe,
            agreed: agreed
              .filter(({ recognitionId, personId }) => recognitionId === row.id && personId !== actor.id)
              .flatMap(({ personId }) => person(personId) ?? []),
          }
        : null,
      asked: count ? shownCount(count.asked) : null,
      answered: count ? shownCount(count.answered) : null,
      found: row.asked || (actor.office && row.described) || mine ? row.foundId : null,
      community: community ? linkTo(community.community) : null,
      may: {
        answer: row.asked && row.state === 'asking',
        withdraw: row.state === 'asking' && (mine || actor.office),
      },
    }
  })
}
