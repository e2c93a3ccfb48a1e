import { z } from 'zod'

/** How an example organization is written down. One strict object per noun; everything refers by slug, people by the local part of their address. */

export const Slug = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
export const Day = z.iso.date()
/** Local time of the organization; the loader shifts all of them by whole weeks. */
export const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
/** Markdown, as one string or as lines. */
export const Text = z
  .union([z.string(), z.array(z.string())])
  .transform((text) => (typeof text === 'string' ? text : text.join('\n')))
  .pipe(z.string().trim().min(1))

/** Somebody did something at a time. */
const act = { by: Slug, at: Moment }
const reasoned = z.strictObject({ ...act, reason: z.string().min(5).max(500) })

export const Organization = z.strictObject({
  name: z.string(),
  language: z.enum(['en', 'fi']),
  timeZone: z.string(),
  asOf: Day,
  knowledgeOffice: z.array(Slug).min(1),
  problemKinds: z.array(z.string()).min(1),
  delegates: z.array(z.strictObject({ unit: Slug, person: Slug, from: Day })),
})

export const UnitRow = z.strictObject({ id: Slug, name: z.string(), parent: z.string(), manager_email: z.string() })

const position = {
  title: z.string().min(1),
  occupation: z.string().min(1),
  unit: Slug,
  manager_email: z.string(),
  from: Day,
  to: Day.or(z.literal('')),
}
export const PersonRow = z.strictObject({ id: Slug, email: z.email(), name: z.string().min(3), ...position })
export const PositionRow = z.strictObject({ person_id: Slug, ...position })

export const PersonDetails = z.strictObject({
  person: Slug,
  does: Text,
  experience: z.array(z.string()),
  acceptsQuestions: z.boolean(),
})

export const visibilities = ['open', 'by_request', 'private'] as const
export const communityRoles = ['facilitator', 'steward', 'sponsor', 'liaison', 'newcomer_host'] as const
export const stages = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation'] as const

const Subtopic = z.strictObject({ slug: Slug, name: z.string() })
export const Topic = Subtopic.extend({ topics: z.array(Subtopic).default([]) })

const charterParts = {
  domain: z.string().min(20).max(300),
  about: Text,
  notAbout: Text,
  purpose: Text,
  people: Text,
  conventions: Text,
  rhythm: Text,
  reviewOn: Day,
}
/** The first version says all; a later one says what changed. */
export const CharterVersion = z.strictObject({ ...act, note: Text, ...z.strictObject(charterParts).partial().shape })
export const Charter = z.strictObject({ ...act, note: Text, ...charterParts })

export const Membership = z.strictObject({
  person: Slug,
  joinedAt: Moment,
  byAct: z.enum(['founded', 'joined', 'accepted']),
  leftAt: Moment.optional(),
  roles: z.array(z.strictObject({ role: z.enum(communityRoles), from: Moment, to: Moment.optional() })).default([]),
})

export const JoinRequest = z.strictObject({
  ...act,
  message: Text,
  state: z.enum(['waiting', 'accepted', 'refused']),
  decided: reasoned.optional(),
})

export const Invitation = z.strictObject({
  ...act,
  to: z.union([
    z.strictObject({ person: Slug }),
    z.strictObject({ unit: Slug }),
    z.strictObject({ occupation: z.string() }),
  ]),
  message: Text,
  replies: z.array(z.strictObject({ ...act, accepted: z.boolean() })).default([]),
})

const forms = ['informal', 'supported', 'structured'] as const

/** A template that was filled in; each version says all. People stand apart, by their slugs. */
export const Sheet = z.strictObject({
  slug: Slug,
  template: z.string(),
  state: z.enum(['draft', 'in_use', 'done']),
  versions: z
    .array(
      z.strictObject({
        ...act,
        title: z.string().min(3).max(200),
        /** A list is a list here, never lines of one text. */
        content: z.record(z.string(), z.union([z.array(z.string()), z.string().trim().min(1)])),
        people: z.record(z.string(), z.array(Slug)).default({}),
      }),
    )
    .min(1),
})

/** How a community, or without one the organization, answered about itself; what the evidence said stands beside it. */
export const Maturity = z.strictObject({
  slug: Slug,
  community: Slug.optional(),
  begun: z.strictObject(act),
  ended: z.strictObject(act).optional(),
  answers: z.array(
    z.strictObject({
      ...act,
      question: z.string(),
      level: z.int().min(1).max(4),
      why: z.string().max(500).default(''),
    }),
  ),
  evidence: z.record(z.string(), z.int().min(1).max(4)).optional(),
})
export type Maturity = z.infer<typeof Maturity>

export const Community = z.strictObject({
  name: z.string(),
  short: z.string().max(8),
  colour: z.int().min(1).max(8),
  parent: Slug.optional(),
  visibility: z.enum(visibilities),
  form: z.enum(forms),
  origin: z.enum(['emergent', 'initiated']),
  created: z.strictObject(act),
  stages: z
    .array(
      z.strictObject({
        stage: z.enum(stages),
        ...act,
        reason: Text,
        /** What the evidence proposed just then, and by which signs. */
        proposed: z.enum(stages).optional(),
        signs: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  /** The forms it had, the first one first; left out where it never changed. */
  forms: z.array(z.strictObject({ form: z.enum(forms), ...act, reason: Text })).default([]),
  sheets: z.array(Sheet).default([]),
  topics: z.array(Topic),
  charter: z.array(CharterVersion).min(1),
  members: z.array(Membership).min(1),
  requests: z.array(JoinRequest).default([]),
  invitations: z.array(Invitation).default([]),
})

export const contributionKinds = ['answer', 'experience', 'question', 'challenge'] as const
export const outcomes = ['worked', 'partly', 'failed'] as const
export const reportDecisions = ['kept', 'hidden', 'redacted'] as const

const written = { ...act, body: Text }
export const Edit = z.strictObject({ ...act, note: Text, body: Text })

/** Something that should perhaps not be there. What was redacted is not in the example either. */
export const Report = z.strictObject({
  ...act,
  reason: Text,
  decided: z.strictObject({ ...act, decision: z.enum(reportDecisions) }).optional(),
})

export const Contribution = z
  .strictObject({
    slug: Slug,
    kind: z.enum(contributionKinds),
    ...written,
    outcome: z.enum(outcomes).optional(),
    edits: z.array(Edit).default([]),
    replies: z.array(z.strictObject(written)).default([]),
    thanks: z.array(reasoned).default([]),
    reports: z.array(Report).default([]),
  })
  .refine(
    (one) => (one.kind === 'experience') === (one.outcome !== undefined),
    'an experience has an outcome, and nothing else has',
  )

export const Resolution = z.union([
  z.strictObject({ ...act, helped: z.array(Slug).min(1) }),
  z.strictObject({ ...act, anotherWay: Text }),
])

export const Inquiry = z.strictObject({
  title: z.string().min(10).max(140),
  by: Slug,
  at: Moment,
  /** Where it was asked first; its folder says where it stands now. */
  communities: z.array(Slug).min(1).max(3),
  unit: Slug,
  problemKind: z.string(),
  topics: z.array(Slug).default([]),
  state: z.enum(['open', 'resolved', 'withdrawn']),
  body: Text,
  edits: z.array(Edit).default([]),
  contributions: z.array(Contribution).default([]),
  meToo: z.array(z.strictObject(act)).default([]),
  asked: z
    .array(z.strictObject({ ...act, person: Slug }))
    .max(3)
    .default([]),
  follows: z.array(Slug).default([]),
  bookmarks: z.array(Slug).default([]),
  resolutions: z.array(Resolution).default([]),
  reopened: z.array(reasoned).default([]),
  moved: z.array(z.strictObject({ ...act, from: Slug, to: Slug, reason: Text })).default([]),
  merged: z.strictObject({ ...act, into: Slug, reason: Text }).optional(),
  withdrawn: reasoned.optional(),
})

/** Where somebody who looks around finds themselves: a place of work, what they joined, and what waits for them. */
export const Visitor = z.strictObject({
  unit: Slug,
  title: z.string().min(1),
  from: Day,
  joins: z.array(z.strictObject({ community: Slug, at: Moment })),
  invitations: z.array(z.strictObject({ ...act, community: Slug, message: Text })),
  asked: z.array(z.strictObject({ ...act, inquiry: Slug })),
  proposals: z.array(z.strictObject({ ...act, practice: Slug, message: Text, dueOn: Day })),
})

export type Organization = z.infer<typeof Organization>
export type Visitor = z.infer<typeof Visitor>
export type UnitRow = z.infer<typeof UnitRow>
export type PersonRow = z.infer<typeof PersonRow>
export type PositionRow = z.infer<typeof PositionRow>
export type PersonDetails = z.infer<typeof PersonDetails>
export type Charter = z.infer<typeof Charter>
export type CharterVersion = z.infer<typeof CharterVersion>
export type Community = z.infer<typeof Community>
export type Contribution = z.infer<typeof Contribution>
export type Inquiry = z.infer<typeof Inquiry>
