import { record } from '#activity/index.ts'
import { covered, type ErasingWords } from '#inquiry/index.ts'
import type { Writer } from '#platform/database.ts'
import { coverTextsOf, layDownStewardships } from './queries/erasure.ts'
import { concernedBy, saveRedactions } from './queries/redaction.ts'

/**
 * Practices of somebody who is erased wait for another steward, and where words go, what they wrote is covered, with its
 * trace. For whoever erases a person, within that transaction. Tells which practices read differently.
 */
export async function eraseFromPractices(tx: Writer, { person, by, wordsGo }: ErasingWords): Promise<string[]> {
  await layDownStewardships(tx, person)
  if (!wordsGo) return []
  const places = await coverTextsOf(tx, person, covered)
  const touched = [...places.keys()]
  for (let at = 0; at < touched.length; at += 1000) {
    const some = await concernedBy(tx, touched.slice(at, at + 1000))
    const traces = some.map(({ id, communityId }) => ({ id, communityId, places: places.get(id)! }))
    await saveRedactions(
      tx,
      traces.map((trace) => ({ practiceId: trace.id, ground: 'erasure', places: trace.places, files: 0, byId: by })),
    )
    await record(
      tx,
      ...traces.map((trace) => ({
        actor: by,
        verb: 'practice.redacted' as const,
        subject: { kind: 'practice' as const, id: trace.id },
        communities: [trace.communityId],
        detail: { ground: 'erasure', places: trace.places, files: 0 },
      })),
    )
  }
  return touched
}
