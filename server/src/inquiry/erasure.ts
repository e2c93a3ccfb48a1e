import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { coverTextsOf, dropDraftsWith, eraseOwn, saveRedactions } from './queries/erasure.ts'
import { covered } from './queries/redaction.ts'

export interface ErasingWords {
  person: string
  /** Who decided it. */
  by: string | null
  /** Finds the person's names in running text. */
  pattern: string
  /** Whether what they wrote goes, too. */
  wordsGo: boolean
}

/**
 * Takes somebody's own things out of the room, and their words where these go: a redaction of each thread, with its
 * trace. For whoever erases a person, within that transaction. Tells which inquiries read differently.
 */
export async function eraseFromInquiries(tx: Writer, { person, by, pattern, wordsGo }: ErasingWords) {
  await eraseOwn(tx, person)
  await dropDraftsWith(tx, pattern)
  const touched = wordsGo ? await coverTextsOf(tx, person, covered, renderMarkdown(covered)) : []
  if (touched.length === 0) return []
  for (let at = 0; at < touched.length; at += 1000) {
    const some = touched.slice(at, at + 1000)
    await saveRedactions(
      tx,
      some.map(({ id, places }) => ({ inquiryId: id, ground: 'erasure', places, byId: by })),
    )
    await record(
      tx,
      ...some.map(({ id, places, communities }) => ({
        actor: by,
        verb: 'inquiry.redacted' as const,
        subject: { kind: 'inquiry' as const, id },
        communities,
        detail: { ground: 'erasure', places, files: 0 },
      })),
    )
  }
  return touched.map(({ id }) => id)
}
