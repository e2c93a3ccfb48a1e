import type { Ground, Redact } from '@mortar/contract/inquiry'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { redactFile } from '#platform/files/queries.ts'
import { inquiryToChange } from '../access.ts'
import { keepsOrder } from '../inquiry.ts'
import { closeReportsOn } from '../queries/order.ts'
import { attachedTo, redactTexts, saveRedaction, threadIds } from '../queries/redaction.ts'
import { refuse } from '../refusals.ts'
import { recordOn } from './said.ts'

/** Takes the same words and files from what later rooms made of an inquiry; tells from how many pages. */
export type CarryOver = (
  tx: Writer,
  actor: Actor,
  taken: { inquiryId: string; pattern: string | null; files: string[]; ground: Ground },
) => Promise<number>

/** Takes words and files away for good, from every version of everything on the page. What they were is kept nowhere. */
export const redact = (
  db: Database,
  actor: Actor,
  id: string,
  { passages, files, ground }: Redact,
  carryOver: CarryOver,
) =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!keepsOrder(found)) throw refuse.forbidden('notKeepingOrder')

    const subjects = [id, ...(await threadIds(tx, id))]
    const attached = await attachedTo(tx, subjects, files)
    for (const file of attached) await redactFile(tx, file)
    const pattern = passages.length > 0 ? patternOf(passages) : null
    const places = pattern === null ? 0 : await redactTexts(tx, id, subjects, pattern)
    const practices = await carryOver(tx, actor, { inquiryId: id, pattern, files: attached, ground })
    if (places === 0 && attached.length === 0 && practices === 0) throw refuse.conflict('nothingToRedact')

    await saveRedaction(tx, { inquiryId: id, ground, places, files: attached.length, byId: actor.id })
    await closeReportsOn(tx, subjects, actor.id, 'redacted')
    await recordOn(tx, found, 'redacted', {
      people: [found.inquiry.askedBy],
      detail: { ground, places, files: attached.length },
    })
    return { places, files: attached.length, practices }
  })

/** A pattern for the database. Between two words there may be space and marks of emphasis. */
export const patternOf = (passages: string[]): string =>
  passages
    .toSorted((a, b) => b.length - a.length)
    .map((passage) => passage.split(/\s+/).map(literal).join('[\\s*_~`]+'))
    .join('|')

const literal = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, (mark) => `\\${mark}`)
