import type { PracticeText, RevisePractice, WritePractice } from '@mortar/contract/practice'
import { record } from '#activity/index.ts'
import { communityFor, isAlive } from '#community/index.ts'
import { inquiryFor } from '#inquiry/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type PracticeFor, practiceFor } from '../access.ts'
import { mayRevise, maySuggest } from '../practice.ts'
import { presentRevision } from '../present/revision.ts'
import { belongTo } from '../queries/inquiries.ts'
import {
  advanceRevision,
  areTopicsOf,
  findRevision,
  keepMove,
  saveFiles,
  savePractice,
  saveRevision,
  saveSources,
  saveTopics,
  saveWords,
} from '../queries/practices.ts'
import { refuse } from '../refusals.ts'
import { filesOf, isSame, rendered, textOf } from '../text.ts'

/** Writes a practice directly, out of an inquiry, or as a variant of another one. It starts as a draft of its author. */
export async function writePractice(db: Database, actor: Actor, input: WritePractice) {
  const { community: communityId, kind, topics, from, variantOf } = input
  return inTransaction(db, async (tx) => {
    const { community, who } = await communityFor(tx, actor, communityId)
    if (!who.member) throw refuse.forbidden('memberOnly')
    if (!isAlive(community)) throw refuse.conflict('closed')
    if (!(await areTopicsOf(tx, communityId, topics))) throw refuse.invalid('topicElsewhere')
    if (from) await checkSource(tx, actor, from)
    if (variantOf) await practiceFor(tx, actor, variantOf.practice)

    const text = textOf(input)
    const { id } = await savePractice(tx, {
      communityId,
      kind,
      title: text.title,
      madeBy: actor.id,
      fromInquiry: from?.inquiry ?? null,
      variantOf: variantOf?.practice ?? null,
      variantContext: variantOf?.context ?? null,
    })
    await keepText(tx, { id, revision: 1, text, note: '', byId: actor.id })
    await keepMove(tx, { id, to: 'draft', reason: '', byId: actor.id })
    await saveTopics(tx, id, topics)
    if (from) await saveSources(tx, id, from.contributions)
    await record(tx, {
      actor: actor.id,
      verb: from ? 'practice.distilled' : variantOf ? 'practice.adapted' : 'practice.written',
      subject: { kind: 'practice', id },
      communities: [communityId],
      detail: { ...(from && { inquiry: from.inquiry }), ...(variantOf && { variantOf: variantOf.practice }) },
    })
    return { id }
  })
}

async function checkSource(db: Reader, actor: Actor, from: NonNullable<WritePractice['from']>) {
  await inquiryFor(db, actor, from.inquiry)
  if (!(await belongTo(db, from.inquiry, from.contributions))) throw refuse.invalid('contributionElsewhere')
}

interface KeptText {
  id: string
  revision: number
  text: PracticeText
  note: string
  byId: string | null
  takenBy?: string
  at?: Date
}

/** One more revision, with the files it shows and the words it is found by. */
export async function keepText(tx: Writer, { id, text, ...rest }: KeptText): Promise<void> {
  await saveRevision(tx, { practiceId: id, text, html: rendered(text), ...rest })
  const writers = [rest.byId, rest.takenBy].filter((writer) => typeof writer === 'string')
  await saveFiles(tx, id, filesOf(text), writers)
  await saveWords(tx, id, text)
}

/** Moves on from the revision it was written from. When another came between, both texts are in the answer. */
export async function advance(
  tx: Writer,
  actor: Actor,
  found: PracticeFor,
  next: RevisePractice & { by?: string | null },
) {
  const { practice } = found
  const text = textOf(next)
  const here = await findRevision(tx, practice.id, practice.revision)
  if (next.base !== practice.revision) {
    const current = await presentRevision(tx, found, here!)
    throw refuse.conflict('revised', { revision: practice.revision }).with(current)
  }
  if (isSame(text, textOf(here!))) throw refuse.invalid('unchanged', { revision: practice.revision })
  if (!(await advanceRevision(tx, practice.id, next.base, text))) throw await lostTo(tx, actor, practice.id)

  const revision = next.base + 1
  const taken = next.by !== undefined && next.by !== actor.id
  await keepText(tx, {
    id: practice.id,
    revision,
    text,
    note: next.note,
    byId: taken ? (next.by ?? null) : actor.id,
    ...(next.by !== undefined && { takenBy: actor.id }),
  })
  return { revision }
}

/** What to answer somebody whose text came a moment too late. */
async function lostTo(tx: Writer, actor: Actor, id: string) {
  const found = await practiceFor(tx, actor, id)
  if (found.practice.state === 'retired') return refuse.conflict('retired')
  const { revision } = found.practice
  return refuse
    .conflict('revised', { revision })
    .with(await presentRevision(tx, found, (await findRevision(tx, id, revision))!))
}

export async function revisePractice(db: Database, actor: Actor, id: string, input: RevisePractice) {
  return inTransaction(db, async (tx) => {
    const found = await practiceFor(tx, actor, id)
    const { practice, who } = found
    if (practice.state === 'retired') throw refuse.conflict('retired')
    if (!mayRevise(practice, who)) throw refuse.forbidden(maySuggest(practice, who) ? 'stewardOnly' : 'authorOnly')

    const { revision } = await advance(tx, actor, found, input)
    await record(tx, {
      actor: actor.id,
      verb: 'practice.revised',
      subject: { kind: 'practice', id },
      communities: [practice.community.id],
      detail: { revision },
    })
    return { revision }
  })
}
