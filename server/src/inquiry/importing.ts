import type { ContributionKind, Outcome } from '@mortar/contract/inquiry'
import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { addContributions, addInquiries, addPlaces, countAgain, resolveMarked } from './queries/importing.ts'

/** An inquiry as it was elsewhere. `origin` is its address there, and what makes a second import change nothing. */
export interface ComingInquiry {
  origin: string
  title: string
  body: string
  askedBy: string | null
  askedAt: Date
  communities: string[]
  topics?: string[]
  unitId?: string | null
  problemKind?: string | null
  contributions: ComingContribution[]
}

export interface ComingContribution {
  origin: string
  kind: ContributionKind
  outcome?: Outcome
  /** For a reply: the origin of what it replies to. */
  replyTo?: string
  body: string
  by: string | null
  at: Date
  helped?: { by: string | null; at: Date }
}

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
  const contributions = coming.flatMap((inquiry) =>
    onOneLevel(inquiry.contributions).map((one) => ({
      ...one,
      inquiry: inquiry.origin,
      html: renderMarkdown(one.body),
    })),
  )
  const [first, replies] = [contributions.filter((one) => !one.replyTo), contributions.filter((one) => one.replyTo)]
  const added = [...(await addContributions(tx, first)), ...(await addContributions(tx, replies))]

  const touched = [...new Set([...inquiries.map(({ id }) => id), ...added.map(({ inquiryId }) => inquiryId)])]
  await resolveMarked(tx, touched)
  await countAgain(tx, touched)
  await tell(tx, coming, inquiries)
  return { inquiries: inquiries.length, contributions: added.length }
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
