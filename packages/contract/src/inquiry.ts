import { z } from 'zod'
import { Level } from './attention.ts'
import { Visibility } from './community.ts'
import { CommunityLink, Id, Instant, line, markdown, optionalMarkdown, PersonLink, UnitLink } from './common.ts'

export const InquiryState = z.enum(['open', 'resolved', 'withdrawn'])
export const ContributionKind = z.enum(['answer', 'experience', 'question', 'challenge', 'reply'])
export const Outcome = z.enum(['worked', 'partly', 'failed'])
/** Why words are not shown to whoever reads this. */
export const Withheld = z.enum(['withdrawn', 'hidden'])
/** On which ground words were taken away for good. With who wrote them, when that person was erased. */
export const Ground = z.enum(['person', 'secret', 'harm', 'rights', 'erasure'])
export type InquiryState = z.infer<typeof InquiryState>
export type ContributionKind = z.infer<typeof ContributionKind>
export type Outcome = z.infer<typeof Outcome>
export type Withheld = z.infer<typeof Withheld>
export type Ground = z.infer<typeof Ground>

/** An inquiry in a list. Withheld ones have no title. */
export const InquiryLine = z.object({
  id: Id,
  title: z.string().nullable(),
  withheld: Withheld.nullable(),
  communities: z.array(CommunityLink),
  askedBy: PersonLink.nullable(),
  askedAt: Instant,
  unit: UnitLink.nullable(),
  problemKind: z.string().nullable(),
  state: InquiryState,
  answers: z.int(),
  lastAt: Instant,
})
export type InquiryLine = z.infer<typeof InquiryLine>

/** An inquiry in a narrow list beside something else. */
export const InquiryBrief = InquiryLine.pick({ id: true, title: true, state: true, answers: true, lastAt: true })
export type InquiryBrief = z.infer<typeof InquiryBrief>

export const InquiryLink = z.object({ id: Id, title: z.string().nullable() })
export type InquiryLink = z.infer<typeof InquiryLink>

export const ThanksView = z.object({ by: PersonLink.nullable(), reason: z.string(), at: Instant })

/** Where words that were brought in stood first. */
export const Origin = z.object({
  site: z.string(),
  address: z.string().nullable(),
  licence: z.object({ name: z.string(), address: z.string() }).nullable(),
})
export type Origin = z.infer<typeof Origin>

export const ContributionView = z.object({
  id: Id,
  parent: Id.nullable(),
  kind: ContributionKind,
  outcome: Outcome.nullable(),
  /** Null when withheld. */
  html: z.string().nullable(),
  withheld: Withheld.nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  editedAt: Instant.nullable(),
  version: z.int(),
  origin: Origin.nullable(),
  helped: z.object({ by: PersonLink.nullable(), at: Instant }).nullable(),
  thanks: z.array(ThanksView),
  may: z.object({
    edit: z.boolean(),
    withdraw: z.boolean(),
    restore: z.boolean(),
    reply: z.boolean(),
    thank: z.boolean(),
    mark: z.boolean(),
    hide: z.boolean(),
    show: z.boolean(),
    report: z.boolean(),
  }),
})
export type ContributionView = z.infer<typeof ContributionView>

export const ResolutionView = z.object({
  by: PersonLink.nullable(),
  at: Instant,
  /** How it was solved when no contribution tells it. */
  anotherWay: z.string().nullable(),
  /** The practice that solved it. */
  practice: Id.nullable(),
  ended: z.object({ by: PersonLink.nullable(), at: Instant, reason: z.string() }).nullable(),
})
export type ResolutionView = z.infer<typeof ResolutionView>

/** An inquiry's page. `contributions` are in time order, those that helped first; `next` asks for more. */
export const InquiryView = InquiryLine.extend({
  html: z.string().nullable(),
  version: z.int(),
  editedAt: Instant.nullable(),
  topics: z.array(z.object({ id: Id, name: z.string() })),
  /** Who can read this: everybody in the organization, or members of its communities. */
  readers: z.enum(['everybody', 'members']),
  /** All communities that it was asked of are closed: nothing can be added. */
  closed: z.boolean(),
  origin: Origin.nullable(),
  /** The standing resolution first, then earlier ones that did not hold. */
  resolutions: z.array(ResolutionView),
  contributions: z.array(ContributionView),
  next: z.string().nullable(),
  meToo: z.object({ count: z.int(), mine: z.boolean() }),
  bookmarked: z.boolean(),
  /** How much I hear of it. */
  following: Level,
  asked: z.array(z.object({ person: PersonLink, declined: z.boolean() })),
  mergedInto: InquiryLink.nullable(),
  duplicates: z.array(InquiryLink),
  moves: z.array(z.object({ by: PersonLink.nullable(), at: Instant, reason: z.string() })),
  redactions: z.array(z.object({ by: PersonLink.nullable(), at: Instant, ground: Ground })),
  may: z.object({
    contribute: z.boolean(),
    resolve: z.boolean(),
    reopen: z.boolean(),
    edit: z.boolean(),
    move: z.boolean(),
    merge: z.boolean(),
    unmerge: z.boolean(),
    withdraw: z.boolean(),
    restore: z.boolean(),
    askPeople: z.boolean(),
    decline: z.boolean(),
    meToo: z.boolean(),
    distil: z.boolean(),
    report: z.boolean(),
    hide: z.boolean(),
    show: z.boolean(),
    redact: z.boolean(),
    /** Put it to a manager, in the name of a community that it was asked of. */
    escalate: z.boolean(),
  }),
})
export type InquiryView = z.infer<typeof InquiryView>

/** One version of a text; the last one is how it reads now. */
export const WordingView = z.object({
  version: z.int(),
  title: z.string().nullable(),
  body: z.string(),
  outcome: Outcome.nullable(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type WordingView = z.infer<typeof WordingView>

export const oneToThree = z
  .array(Id)
  .min(1)
  .max(3)
  .refine((ids) => new Set(ids).size === ids.length)

const context = {
  unit: Id.nullable().default(null),
  problemKind: line(80).nullable().default(null),
}

export const AskInquiry = z.object({
  title: line(300),
  body: optionalMarkdown(),
  communities: oneToThree,
  topics: z.array(Id).max(10).default([]),
  ...context,
})
export type AskInquiry = z.infer<typeof AskInquiry>

export const EditInquiry = z.object({
  /** The version this was written from; another one since means a conflict, and both texts are kept. */
  base: z.int().min(1),
  title: line(300),
  body: optionalMarkdown(),
  topics: z.array(Id).max(10).optional(),
  ...context,
})
export type EditInquiry = z.infer<typeof EditInquiry>

const text = markdown()
/** What somebody adds. Only an experience has an outcome, only a reply has a parent. */
export const Contribute = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), body: text }),
  z.object({ kind: z.literal('experience'), outcome: Outcome, body: text }),
  z.object({ kind: z.literal('question'), body: text }),
  z.object({ kind: z.literal('challenge'), body: text }),
  z.object({ kind: z.literal('reply'), parent: Id, body: text }),
])
export type Contribute = z.infer<typeof Contribute>

export const EditContribution = z.object({ base: z.int().min(1), body: text, outcome: Outcome.optional() })
export type EditContribution = z.infer<typeof EditContribution>

/** What helped: contributions, or the words of another way. */
export const Resolve = z
  .object({ helped: z.array(Id).max(50).default([]), anotherWay: optionalMarkdown(10_000) })
  .refine(({ helped, anotherWay }) => helped.length > 0 || anotherWay !== '')
export type Resolve = z.infer<typeof Resolve>

export const Redact = z.object({
  /** Exact words; letters large or small and the space between words do not matter. */
  passages: z.array(z.string().trim().min(2).max(500)).max(20).default([]),
  files: z.array(Id).max(20).default([]),
  ground: Ground.exclude(['erasure']),
})
export type Redact = z.infer<typeof Redact>

/** Why somebody is proposed to be asked. */
export const MetThis = z.object({
  person: PersonLink,
  because: z.enum(['helped', 'experienced', 'answered', 'says', 'active']),
  /** The inquiry where it was, when the reason is one. */
  inquiry: InquiryLink.nullable(),
  askedOften: z.boolean(),
})
export type MetThis = z.infer<typeof MetThis>

export const SimilarInquiry = InquiryLine.extend({ because: z.enum(['same_words', 'alike']) })
export type SimilarInquiry = z.infer<typeof SimilarInquiry>

export const LookForSimilar = z.object({
  title: z.string().trim().max(300),
  /** What is written of it so far, or its beginning: where the title says little, its rarest known words tell more. */
  body: z.string().max(4000).default(''),
  communities: z.array(Id).max(3).default([]),
  limit: z.int().min(1).max(10).default(5),
})
export type LookForSimilar = z.infer<typeof LookForSimilar>

export const ReportView = z.object({
  id: Id,
  inquiry: InquiryLink,
  contribution: Id.nullable(),
  by: PersonLink.nullable(),
  reason: z.string(),
  at: Instant,
})
export type ReportView = z.infer<typeof ReportView>

/** Where somebody may ask, with who can read it there. */
export const AskPlace = CommunityLink.extend({
  visibility: Visibility,
  member: z.boolean(),
  topics: z.array(z.object({ id: Id, name: z.string() })),
})
export type AskPlace = z.infer<typeof AskPlace>

/** How deep what is kept may be nested; a form is two or three deep. */
const deepest = 12

const isShallow = (content: unknown): boolean => {
  let level = [content]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return content !== undefined
}

const longest = 500_000

/** What a form holds, in any shape of JSON that is not nested without end, and no longer than a form can be. */
export const DraftContent = z
  .unknown()
  .refine(isShallow)
  .refine((content) => !isShallow(content) || JSON.stringify(content).length <= longest)
export const DraftView = z.object({ content: z.unknown(), at: Instant })
