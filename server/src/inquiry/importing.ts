import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import type { ComingContribution, ComingInquiry } from './coming.ts'
import {
  addContributions,
  addInquiries,
  addPlaces,
  countAgain,
  placesById,
  resolveMarked,
} from './queries/importing.ts'

export interface Imported {
  inquiries: number
  contributions: number
}

/** Brings inquiries in with their original dates, many at once. What is here already stays as it is; only what is missing is added. */
export async function importInquiries(tx: Writer, coming: ComingInquiry[]): Promise<Imported> {
  const inquiries = await addInquiries(
    tx,
    coming.map((one) => ({ ...one, html: one.body && renderMarkdown(one.body) })),
  )
  await addPlaces(tx, coming)
  const added = await add(
    tx,
    coming.flatMap(({ origin, contributions }) =>
      onOneLevel(contributions).map((one) => ({ ...one, inquiry: origin })),
    ),
  )
  await settle(tx, [...inquiries.map(({ id }) => id), ...added.map(({ inquiryId }) => inquiryId)])
  await tell(tx, coming, inquiries)
  return { inquiries: inquiries.length, contributions: added.length }
}

/** More of what was said in inquiries that came earlier, `inquiry` being their origin. Tells how much was missing. */
export async function importContributions(
  tx: Writer,
  coming: (ComingContribution & { inquiry: string })[],
): Promise<number> {
  const added = await add(tx, coming)
  await settle(
    tx,
    added.map(({ inquiryId }) => inquiryId),
  )
  await tellAdded(tx, added)
  return added.length
}

async function add(tx: Writer, coming: (ComingContribution & { inquiry: string })[]) {
  const contributions = coming.map((one) => ({ ...one, html: renderMarkdown(one.body) }))
  const [first, replies] = [contributions.filter((one) => !one.replyTo), contributions.filter((one) => one.replyTo)]
  return [...(await addContributions(tx, first)), ...(await addContributions(tx, replies))]
}

async function settle(tx: Writer, ids: string[]) {
  const touched = [...new Set(ids)]
  await resolveMarked(tx, touched)
  await countAgain(tx, touched)
}

/** A reply to a reply answers what that one answered. */
function onOneLevel(contributions: ComingContribution[]): ComingContribution[] {
  const known = new Map(contributions.map((one) => [one.origin, one]))
  const rootOf = (origin: string): string => {
    const above = known.get(origin)?.replyTo
    return above ? rootOf(above) : origin
  }
  return contributions.map((one) => (one.replyTo ? { ...one, replyTo: rootOf(one.replyTo) } : one))
}

/** So that later rooms find what came; it addresses nobody. */
async function tell(tx: Writer, coming: ComingInquiry[], added: { id: string; origin: string }[]) {
  const ids = new Map(added.map(({ id, origin }) => [origin, id]))
  await record(
    tx,
    ...coming.flatMap(({ origin, askedBy, askedAt, communities, unitId }) => {
      const id = ids.get(origin)
      if (!id) return []
      const subject = { kind: 'inquiry' as const, id }
      return [
        { actor: askedBy, verb: 'inquiry.imported' as const, subject, communities, unit: unitId ?? null, at: askedAt },
      ]
    }),
  )
}

/** One line for each page that something was added to, at the time of the last of it. */
async function tellAdded(tx: Writer, added: { inquiryId: string; at: Date }[]) {
  const last = new Map<string, Date>()
  for (const { inquiryId, at } of added) if (at > (last.get(inquiryId) ?? new Date(0))) last.set(inquiryId, at)
  const places = await placesById(tx, [...last.keys()])
  await record(
    tx,
    ...[...last].map(([id, at]) => ({
      actor: null,
      verb: 'inquiry.imported' as const,
      subject: { kind: 'inquiry' as const, id },
      communities: places.get(id) ?? [],
      at,
    })),
  )
}
