import { z } from 'zod'
import {
  CommunityLink,
  Day,
  Id,
  Instant,
  line,
  markdown,
  optionalMarkdown,
  PersonLink,
  Rendered,
  UnitLink,
} from './common.ts'
import { Level } from './attention.ts'
import { EvidenceRule } from './community.ts'
import { Ground } from './inquiry.ts'

export const PracticeKind = z.enum(['method', 'tool', 'document', 'story', 'case', 'routine'])
export const PracticeState = z.enum(['draft', 'proposed', 'current', 'retired'])
export const Outcome = z.enum(['worked', 'partly', 'failed'])
export const AdoptionState = z.enum(['trying', 'adopted', 'declined', 'dropped'])
export type PracticeKind = z.infer<typeof PracticeKind>
export type PracticeState = z.infer<typeof PracticeState>
export type Outcome = z.infer<typeof Outcome>
export type AdoptionState = z.infer<typeof AdoptionState>

/** One step of a routine, and the role that does it. */
export const Step = z.object({ role: line(80), what: line(1000) })
export type Step = z.infer<typeof Step>

const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0]*$/)
    .default('')
const reason = markdown(2000)

/** What a practice says: the content of one revision. */
export const PracticeText = z.object({
  title: line(300),
  problem: optionalMarkdown(10_000),
  worksWhen: optionalMarkdown(10_000),
  worksNot: optionalMarkdown(10_000),
  how: optionalMarkdown(),
  steps: z.array(Step).max(60).default([]),
  sources: optionalMarkdown(10_000),
})
export type PracticeText = z.infer<typeof PracticeText>

/** The same as it comes back: every part is there, written or empty. */
export const WrittenText = z.object({
  title: z.string(),
  problem: z.string(),
  worksWhen: z.string(),
  worksNot: z.string(),
  how: z.string(),
  steps: z.array(Step),
  sources: z.string(),
})

export const WritePractice = PracticeText.extend({
  community: Id,
  kind: PracticeKind,
  topics: z.array(Id).max(5).default([]),
  /** The inquiry it was distilled from, and the contributions that helped. */
  from: z.object({ inquiry: Id, contributions: z.array(Id).max(50).default([]) }).optional(),
  /** The practice that this one adapts, and for which context. */
  variantOf: z.object({ practice: Id, context: line(300) }).optional(),
})
export type WritePractice = z.infer<typeof WritePractice>

export const RevisePractice = PracticeText.extend({
  /** The revision this was written from; a newer one means a conflict, and both texts are kept. */
  base: z.int().min(1),
  note: plainText(500),
})
export type RevisePractice = z.infer<typeof RevisePractice>

export const SuggestChange = RevisePractice.extend({ note: line(500) })
export type SuggestChange = z.infer<typeof SuggestChange>

export const MovePractice = z.object({ state: PracticeState, reason: plainText(2000) })

/** "I used this": by the person, or by a unit that they speak for. */
export const ApplyPractice = z.object({
  outcome: Outcome,
  unit: Id.optional(),
  byUnit: z.boolean().default(false),
  place: z
    .string()
    .trim()
    .max(300)
    .regex(/^[^\r\n\0]*$/)
    .default(''),
  changed: plainText(4000),
  different: plainText(4000),
  /** The inquiry it solved. */
  inquiry: Id.optional(),
})
export type ApplyPractice = z.infer<typeof ApplyPractice>

export const DecideAdoption = z.object({ state: AdoptionState, reason })
export const ProposeToUnit = z.object({ unit: Id, message: plainText(2000), dueOn: Day.nullable().default(null) })
export type ProposeToUnit = z.infer<typeof ProposeToUnit>
export const Validate = z.object({ holds: z.boolean(), reasons: markdown(4000) })
export const Verify = z.object({ days: z.int().min(7).max(1825).optional(), note: plainText(2000) })
export const EndRun = z.object({
  /** How it went; without one the run is stopped and counts as nothing. */
  outcome: Outcome.nullable(),
  note: markdown(4000),
  different: plainText(4000),
})
/** A community closes: a note that stays, and for each practice a new steward, or nobody and it is retired. */
export const CloseCommunity = z.object({
  note: markdown(10_000),
  practices: z
    .array(z.object({ practice: Id, steward: Id.nullable() }))
    .max(5000)
    .default([]),
})
export type CloseCommunity = z.infer<typeof CloseCommunity>

export const Evidence = z.object({ worked: z.int(), partly: z.int(), failed: z.int() })
export type Evidence = z.infer<typeof Evidence>

/** How far the evidence has come. Of people only whether they are enough. */
export const EvidenceState = z.object({
  applications: z.int(),
  units: z.int(),
  workedShare: z.number(),
  enough: z.object({ applications: z.boolean(), people: z.boolean(), units: z.boolean(), workedShare: z.boolean() }),
  proposes: z.boolean(),
})
export type EvidenceState = z.infer<typeof EvidenceState>

export const PracticeLink = z.object({ id: Id, title: z.string(), kind: PracticeKind, state: PracticeState })
export type PracticeLink = z.infer<typeof PracticeLink>

export const PracticeLine = PracticeLink.extend({
  problem: z.string(),
  /** Nothing where the reader may not know that the community exists. */
  community: CommunityLink.nullable(),
  variantContext: z.string().nullable(),
  validatedAt: Instant.nullable(),
  verifiedAt: Instant.nullable(),
  reviewAt: Instant.nullable(),
  overdue: z.boolean(),
  evidence: Evidence,
  units: z.int(),
  changedAt: Instant,
})
export type PracticeLine = z.infer<typeof PracticeLine>

const act = { by: PersonLink.nullable(), at: Instant }

export const RevisionView = z.object({
  revision: z.int(),
  title: z.string(),
  problem: Rendered,
  worksWhen: Rendered,
  worksNot: Rendered,
  how: Rendered,
  steps: z.array(Step),
  sources: Rendered,
  note: z.string(),
  takenBy: PersonLink.nullable(),
  ...act,
})
export type RevisionView = z.infer<typeof RevisionView>

export const ApplicationView = z.object({
  id: Id,
  outcome: Outcome,
  unit: UnitLink.nullable(),
  byUnit: z.boolean(),
  place: z.string(),
  changed: z.string(),
  different: z.string(),
  revision: z.int(),
  inquiry: Id.nullable(),
  run: Id.nullable(),
  mine: z.boolean(),
  ...act,
})
export type ApplicationView = z.infer<typeof ApplicationView>

export const AdoptionView = z.object({ unit: UnitLink, state: AdoptionState, reason: z.string(), ...act })
export type AdoptionView = z.infer<typeof AdoptionView>

/** A practice sent to a unit that has not answered yet. */
export const UnitProposalView = z.object({
  unit: UnitLink,
  message: z.string(),
  dueOn: Day.nullable(),
  late: z.boolean(),
  ...act,
})
export type UnitProposalView = z.infer<typeof UnitProposalView>

export const ValidationView = z.object({
  holds: z.boolean(),
  reasons: z.string(),
  revision: z.int(),
  evidence: z.object({
    rule: EvidenceRule,
    state: EvidenceState,
    applications: z.array(z.object({ id: Id, outcome: Outcome, unit: z.string().nullable() })),
  }),
  ...act,
})
export type ValidationView = z.infer<typeof ValidationView>

export const Relative = PracticeLink.extend({
  parent: Id.nullable(),
  context: z.string().nullable(),
  community: CommunityLink.nullable(),
})
export type Relative = z.infer<typeof Relative>

export const PracticeView = PracticeLine.omit({ problem: true }).extend({
  /** How much I hear of it. */
  following: Level,
  text: RevisionView,
  topics: z.array(z.object({ id: Id, name: z.string() })),
  steward: PersonLink.nullable(),
  needsSteward: z.boolean(),
  made: z.object(act),
  lastMove: z.object({ state: PracticeState, reason: z.string(), ...act }).nullable(),
  from: z.object({ inquiry: Id, title: z.string(), by: z.array(PersonLink) }).nullable(),
  verification: z.object({ days: z.int(), note: z.string(), ...act }).nullable(),
  verifyDays: z.int(),
  validation: ValidationView.nullable(),
  /** The newest two hundred. */
  applications: z.array(ApplicationView),
  adoptions: z.array(AdoptionView),
  /** Waiting for an answer of a unit that the reader works in or decides for; all of them for its stewards. */
  asked: z.array(UnitProposalView),
  family: z.array(Relative),
  /** Hidden by who keeps order. */
  hidden: z.boolean(),
  /** That words were taken away for good, never which. */
  redactions: z.array(z.object({ ground: Ground, ...act })),
  /** For members: how far the evidence has come, and how many changes wait. */
  workshop: z.object({ evidence: EvidenceState, rule: EvidenceRule, changes: z.int() }).nullable(),
  may: z.object({
    revise: z.boolean(),
    suggest: z.boolean(),
    apply: z.boolean(),
    moveTo: z.array(PracticeState),
    steward: z.boolean(),
    /** Nobody keeps it any more, and I could. */
    takeUp: z.boolean(),
    topics: z.boolean(),
    adapt: z.boolean(),
    decideFor: z.array(UnitLink.extend({ next: z.array(AdoptionState) })),
    run: z.array(UnitLink),
    report: z.boolean(),
    hide: z.boolean(),
    show: z.boolean(),
    redact: z.boolean(),
  }),
})
export type PracticeView = z.infer<typeof PracticeView>

export const ChangeView = z.object({
  id: Id,
  base: z.int(),
  content: WrittenText,
  note: z.string(),
  state: z.enum(['waiting', 'taken', 'declined', 'withdrawn']),
  decision: z.object({ reason: z.string(), ...act }).nullable(),
  mine: z.boolean(),
  ...act,
})
export type ChangeView = z.infer<typeof ChangeView>
