import type { CloseCommunity } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { livingPracticesOf } from '../queries/people.ts'
import { isPresent, saveMove, saveSteward } from '../queries/practices.ts'
import { refuse } from '../refusals.ts'

type Choices = CloseCommunity['practices']

/**
 * A community that closes leaves no practice alone: each one gets a new steward or is retired. Whether the actor may
 * close the community is for the caller to know. Refuses as a whole when one is forgotten.
 */
export async function handOver(tx: Writer, actor: Actor, communityId: string, choices: Choices, note: string) {
  const living = await livingPracticesOf(tx, communityId)
  const chosen = new Map(choices.map(({ practice, steward }) => [practice, steward]))
  // A draft that nobody speaks for is retired with the rest; what people use needs a decision.
  const forgotten = living.filter(({ id, state }) => state === 'current' && !chosen.has(id))
  if (forgotten.length > 0) throw refuse.invalid('handOverIncomplete', { count: forgotten.length })

  const stewards = [...new Set(choices.flatMap(({ steward }) => steward ?? []))]
  if (!(await isPresent(tx, stewards))) throw refuse.invalid('personNotHere')
  const reason = note.slice(0, 2000)
  for (const practice of living) {
    const steward = practice.state === 'current' ? chosen.get(practice.id) : null
    if (steward) await saveSteward(tx, practice.id, steward)
    else await saveMove(tx, { id: practice.id, from: practice.state, to: 'retired', reason, byId: actor.id })
  }
  await record(
    tx,
    ...living.map(({ id, state }) => {
      const steward = (state === 'current' && chosen.get(id)) || null
      return {
        actor: actor.id,
        verb: steward ? ('practice.handed_over' as const) : ('practice.retired' as const),
        subject: { kind: 'practice' as const, id },
        communities: [communityId],
        people: steward && steward !== actor.id ? [steward] : [],
      }
    }),
  )
}
