import type { CommunityLink, UnitLink } from '@mortar/contract/common'
import type { InquiryBrief, InquiryLine, InquiryLink, InquiryView } from '@mortar/contract/inquiry'
import { type Person, shown } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor, Ask } from '#platform/endpoint.ts'
import { inquiriesFor, inquiryForRow, inquiryPageFor } from './access.ts'
import * as rules from './inquiry.ts'
import { type Inquiry, type InquiryFor, isClosed, readersOf, readsWords, setApart } from './inquiry.ts'
import { originOf } from './origin.ts'
import { pageOfThread, presentContributions } from './present-contribution.ts'
import { type InquiryBriefRow, listedByIds, type ListRow } from './queries/lists.ts'
import type { PageRow } from './queries/page.ts'
import { threadPage } from './queries/shown.ts'

/** Communities that somebody may know of. */
const linksTo = ({ places, who }: Pick<InquiryFor, 'places' | 'who'>): CommunityLink[] =>
  places
    .filter(({ visibility, member }) => (visibility !== 'private' && !who.guest) || member)
    .map(({ id, slug, name, short, colour }) => ({ id, slug, name, short, colour }))

const unitOf = ({ unitId, unit }: Inquiry): UnitLink | null => (unitId && unit ? { id: unitId, name: unit } : null)

/** A link to an inquiry, without its title where that is withheld. */
export const linkToInquiry = (found: InquiryFor): InquiryLink => ({
  id: found.inquiry.id,
  title: readsWords(found) ? found.inquiry.title : null,
})

export const presentLine = (found: InquiryFor, person: Person): InquiryLine => ({
  ...linkToInquiry(found),
  withheld: setApart(found.inquiry),
  communities: linksTo(found),
  askedBy: person(found.inquiry.askedBy),
  askedAt: found.inquiry.askedAt.toISOString(),
  unit: unitOf(found.inquiry),
  problemKind: found.inquiry.problemKind,
  state: found.inquiry.state,
  answers: found.inquiry.answers,
  lastAt: found.inquiry.lastAt.toISOString(),
})

/** Lines for those of many inquiries that somebody may read, in the order of the ids. */
export async function linesFor(db: Reader, actor: Actor, ids: string[]): Promise<InquiryLine[]> {
  const rows = new Map((await listedByIds(db, actor.id, ids)).map((row) => [row.id, row]))
  return presentLines(
    actor,
    ids.flatMap((id) => rows.get(id) ?? []).filter((row) => rules.mayRead(inquiryForRow(actor, row))),
  )
}

export const presentInquiryBrief = (brief: InquiryBriefRow): InquiryBrief => ({
  ...brief,
  lastAt: new Date(brief.lastAt).toISOString(),
})

/** Lines for rows that were found by who may read them. */
export function presentLines(actor: Actor, rows: ListRow[]): InquiryLine[] {
  const person = shown(rows.flatMap(({ asker }) => asker ?? []))
  return rows.map((row) => presentLine(inquiryForRow(actor, row), person))
}

export async function presentInquiry(db: Reader, ask: Ask, id: string): Promise<InquiryView> {
  const { actor, found } = await inquiryPageFor(db, ask, id)
  const { inquiry } = found
  const page = pageOfThread(inquiry.thread, threadPage)
  const person = shown(inquiry.people)
  const reads = readsWords(found)
  return {
    ...presentLine(found, person),
    html: reads ? inquiry.html : null,
    version: inquiry.version,
    editedAt: inquiry.editedAt?.toISOString() ?? null,
    topics: inquiry.topics,
    readers: readersOf(found.places),
    closed: isClosed(found),
    origin: reads ? originOf(inquiry.origin, inquiry.askedAt) : null,
    resolutions: presentResolutions(inquiry, reads, person),
    contributions: presentContributions(found, page.items, person),
    next: page.next,
    meToo: inquiry.meToo,
    bookmarked: inquiry.bookmarked,
    following: inquiry.following ?? 'mentions',
    asked: presentAsked(inquiry, person),
    ...(await presentMerges(db, actor, inquiry)),
    moves: reads ? inquiry.moves.map((move) => ({ ...said(move, person), reason: move.reason })) : [],
    redactions: inquiry.redactions.map((act) => ({ ...said(act, person), ground: act.ground })),
    may: mayOf(found),
  }
}

/** What it was merged into and what was merged into it; read only where there is such a thing. */
async function presentMerges(db: Reader, actor: Actor, { mergedInto, duplicates }: PageRow) {
  if (!mergedInto && duplicates.length === 0) return { mergedInto: null, duplicates: [] }
  const others = await inquiriesFor(db, actor, [...(mergedInto ? [mergedInto] : []), ...duplicates])
  const links = new Map(others.map((other) => [other.inquiry.id, linkToInquiry(other)]))
  return {
    mergedInto: mergedInto ? (links.get(mergedInto) ?? { id: mergedInto, title: null }) : null,
    duplicates: duplicates.flatMap((duplicate) => links.get(duplicate) ?? []),
  }
}

export const said = ({ by, at }: { by: string | null; at: string }, person: Person) => ({
  by: person(by),
  at: new Date(at).toISOString(),
})

const presentResolutions = ({ resolutions }: PageRow, reads: boolean, person: Person) =>
  resolutions.map((one) => ({
    ...said(one, person),
    anotherWay: reads && one.html ? one.html : null,
    practice: one.practice,
    ended: one.ended && { ...said(one.ended, person), reason: reads ? one.ended.reason : '' },
  }))

const presentAsked = ({ asked }: PageRow, person: Person) =>
  asked.flatMap((one) => {
    const link = person(one.person)
    return link ? [{ person: link, declined: one.declined }] : []
  })

const mayOf = (found: InquiryFor & { inquiry: PageRow }): InquiryView['may'] => ({
  contribute: rules.mayContribute(found),
  resolve: rules.mayResolve(found),
  reopen: rules.mayReopen(found),
  edit: rules.mayEdit(found),
  move: rules.mayMove(found),
  merge: rules.mayMerge(found),
  unmerge: rules.mayUnmerge(found),
  withdraw: rules.mayWithdraw(found),
  restore: rules.mayRestore(found),
  askPeople: rules.mayAskPeople(found),
  decline:
    rules.stands(found) &&
    found.inquiry.asked.some(({ person, declined }) => person === found.who.personId && !declined),
  meToo: rules.stands(found) && !rules.isAsker(found),
  distil: rules.mayDistil(found),
  report: rules.mayReport(found),
  hide: rules.mayHide(found),
  show: rules.mayShow(found),
  redact: rules.keepsOrder(found),
  escalate: rules.mayEscalate(found),
})
