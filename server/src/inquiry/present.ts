import type { CommunityLink, UnitLink } from '@mortar/contract/common'
import type { InquiryLine, InquiryLink, InquiryView } from '@mortar/contract/inquiry'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { inquiryForRow, inquiryPageFor } from './access.ts'
import * as rules from './inquiry.ts'
import { type Inquiry, type InquiryFor, type Place, readersOf, readsWords, setApart } from './inquiry.ts'
import { contributionPage, peopleIn, presentContributions } from './present-contribution.ts'
import type { InquiryRow } from './queries/inquiries.ts'
import type { PageRow } from './queries/page.ts'

type Person = Awaited<ReturnType<typeof peopleFor>>

/** Communities that somebody may know of. */
export const linksTo = (places: Place[]): CommunityLink[] =>
  places
    .filter(({ visibility, member }) => visibility !== 'private' || member)
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
  communities: linksTo(found.places),
  askedBy: person(found.inquiry.askedBy),
  askedAt: found.inquiry.askedAt.toISOString(),
  unit: unitOf(found.inquiry),
  problemKind: found.inquiry.problemKind,
  state: found.inquiry.state,
  answers: found.inquiry.answers,
  lastAt: found.inquiry.lastAt.toISOString(),
})

/** Lines for rows that were found by who may read them. */
export async function presentLines(db: Reader, actor: Actor, rows: InquiryRow[]): Promise<InquiryLine[]> {
  const person = await peopleFor(
    db,
    rows.map(({ askedBy }) => askedBy),
  )
  return rows.map((row) => presentLine(inquiryForRow(actor, row), person))
}

/** The page in three reads: the inquiry, its contributions, the people on it. */
export async function presentInquiry(db: Reader, actor: Actor, id: string): Promise<InquiryView> {
  const found = await inquiryPageFor(db, actor, id)
  const page = await contributionPage(db, id)
  const person = await peopleFor(db, [...peopleOn(found.inquiry), ...peopleIn(page.items)])
  const { inquiry } = found
  const reads = readsWords(found)
  return {
    ...presentLine(found, person),
    html: reads ? inquiry.html : null,
    version: inquiry.version,
    editedAt: inquiry.editedAt?.toISOString() ?? null,
    topics: inquiry.topics,
    readers: readersOf(found.places),
    resolutions: presentResolutions(inquiry, reads, person),
    contributions: presentContributions(found, page.items, person),
    next: page.next,
    meToo: { count: inquiry.meToo, mine: inquiry.mineToo },
    bookmarked: inquiry.bookmarked,
    asked: presentAsked(inquiry, person),
    mergedInto: inquiry.pointsTo,
    duplicates: inquiry.duplicates,
    moves: reads ? inquiry.moves.map((move) => ({ ...said(move, person), reason: move.reason })) : [],
    redactions: inquiry.redactions.map((act) => ({ ...said(act, person), ground: act.ground })),
    may: mayOf(found),
  }
}

function* peopleOn(inquiry: PageRow) {
  yield inquiry.askedBy
  for (const { person } of inquiry.asked) yield person
  for (const { by, ended } of inquiry.resolutions) yield* [by, ended?.by ?? null]
  for (const { by } of [...inquiry.moves, ...inquiry.redactions]) yield by
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
  decline: found.inquiry.asked.some(({ person, declined }) => person === found.who.personId && !declined),
  meToo: rules.stands(found) && !rules.isAsker(found),
  distil: rules.mayContribute(found),
  report: rules.mayReport(found),
  hide: rules.mayHide(found),
  show: rules.mayShow(found),
  redact: rules.keepsOrder(found),
})
