import type { Reader, Writer } from '#platform/database.ts'
import type { Actor, Ask, Read } from '#platform/endpoint.ts'
import type { ContributionFor } from './contribution.ts'
import { type InquiryFor, mayRead } from './inquiry.ts'
import { findContribution } from './queries/contributions.ts'
import { findInquiries, findInquiry, type InquiryRow } from './queries/inquiries.ts'
import { findPage, pageRead, pageRow, type PageRow } from './queries/page.ts'
import { refuse } from './refusals.ts'

export const inquiryForRow = <Row extends InquiryRow>(actor: Actor, row: Row): InquiryFor & { inquiry: Row } => ({
  inquiry: row,
  places: row.places,
  who: { personId: actor.id, office: actor.office, guest: actor.guest },
})

/** The only way to an inquiry on somebody's behalf. One they may not read looks exactly like one that does not exist. */
export const inquiryFor = async (db: Reader, actor: Actor, id: string): Promise<InquiryFor> =>
  admitted(actor, await findInquiry(db, actor.id, id))

/** The same, held until the verb ends: verbs on one inquiry come one by one. */
export const inquiryToChange = async (tx: Writer, actor: Actor, id: string): Promise<InquiryFor> =>
  admitted(actor, await findInquiry(tx, actor.id, id, true))

/** What stands beside its words, for whoever asks: nothing where they are set apart. */
export async function askedBeside<Beside>(
  ask: Ask,
  id: string,
  read: Read<{ id: string }, { beside: Beside | null }>,
): Promise<Beside | null> {
  const { row } = await ask(read, { id })
  if (!row) throw refuse.notFound('notFound')
  return row.beside
}

/** The inquiry for whoever asks, with everything on its page. */
export async function inquiryPageFor(
  db: Reader,
  ask: Ask,
  id: string,
): Promise<{ actor: Actor; found: InquiryFor & { inquiry: PageRow } }> {
  const { actor, row } = await ask(pageRead, { id })
  const page = row && !row.shown ? await findPage(db, actor.id, id) : row
  return { actor, found: admitted(actor, page && pageRow(page)) }
}

function admitted<Row extends InquiryRow>(actor: Actor, row: Row | undefined) {
  const found = row && inquiryForRow(actor, row)
  if (!found || !mayRead(found)) throw refuse.notFound('notFound')
  return found
}

/** Those of many inquiries that somebody may read, in the order of the ids. */
export async function inquiriesFor(db: Reader, actor: Actor, ids: string[]): Promise<InquiryFor[]> {
  const rows = new Map((await findInquiries(db, actor.id, ids)).map((row) => [row.id, row]))
  return ids
    .flatMap((id) => rows.get(id) ?? [])
    .map((row) => inquiryForRow(actor, row))
    .filter(mayRead)
}

/** The only way to a contribution: through the inquiry that it belongs to. */
export const contributionFor = (db: Reader, actor: Actor, id: string): Promise<ContributionFor> =>
  partOf(db, id, (inquiryId) => inquiryFor(db, actor, inquiryId))

export const contributionToChange = (tx: Writer, actor: Actor, id: string): Promise<ContributionFor> =>
  partOf(tx, id, (inquiryId) => inquiryToChange(tx, actor, inquiryId))

async function partOf(db: Reader, id: string, load: (inquiryId: string) => Promise<InquiryFor>) {
  const known = await findContribution(db, id)
  if (!known) throw refuse.notFound('contributionNotFound')
  const found = await load(known.inquiryId)
  // Read again: while this verb waited for its turn, another one may have changed it.
  const contribution = await findContribution(db, id)
  if (!contribution) throw refuse.notFound('contributionNotFound')
  return { ...found, contribution }
}
