import { z } from 'zod'
import { CommunityLink, Day, Id, Instant, line, optionalMarkdown, PersonLink, Rendered, UnitLink } from './common.ts'

export const Visibility = z.enum(['open', 'by_request', 'private'])
export const Stage = z.enum(['potential', 'coalescing', 'maturing', 'stewardship', 'transformation'])
export const Form = z.enum(['informal', 'supported', 'structured'])
export const Role = z.enum(['facilitator', 'steward', 'sponsor', 'liaison', 'newcomer_host'])
export type Visibility = z.infer<typeof Visibility>
export type Stage = z.infer<typeof Stage>
export type Form = z.infer<typeof Form>
export type Role = z.infer<typeof Role>

export const CommunityLine = CommunityLink.extend({
  domain: z.string(),
  visibility: Visibility,
  stage: Stage,
  people: z.int(),
  member: z.boolean(),
  closed: z.boolean(),
})
export type CommunityLine = z.infer<typeof CommunityLine>

/** What the community promises itself; every change is a new version. */
export const CharterView = z.object({
  version: z.int(),
  domain: z.string(),
  about: Rendered,
  notAbout: Rendered,
  purpose: Rendered,
  people: Rendered,
  conventions: Rendered,
  rhythm: Rendered,
  reviewOn: Day.nullable(),
  note: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type CharterView = z.infer<typeof CharterView>

export const EvidenceRule = z.object({
  applications: z.int().min(1).max(50),
  people: z.int().min(1).max(50),
  units: z.int().min(1).max(50),
  workedShare: z.number().min(0.1).max(1),
})
export type EvidenceRule = z.infer<typeof EvidenceRule>

/** What stands on top of every page of a community. */
export const CommunityHead = CommunityLine.extend({
  /** In how many units its people work: from five people on, for who may see them. */
  units: z.int().nullable(),
  form: Form,
  origin: z.enum(['emergent', 'initiated']),
  facilitators: z.array(PersonLink),
  needsFacilitator: z.boolean(),
  parent: CommunityLink.nullable(),
  children: z.array(CommunityLink),
  myRoles: z.array(Role),
  asked: z.boolean(),
  /** Why my last wish to join was refused, as far as somebody said; null when none was. */
  refused: z.string().nullable(),
  evidenceRule: EvidenceRule,
  ending: z.object({ note: Rendered, at: Instant }).nullable(),
  createdAt: Instant,
  may: z.object({
    join: z.boolean(),
    askToJoin: z.boolean(),
    leave: z.boolean(),
    seeMembers: z.boolean(),
    ask: z.boolean(),
    invite: z.boolean(),
    edit: z.boolean(),
    close: z.boolean(),
    readInside: z.boolean(),
    /** There is no facilitator, and you may become one. */
    takeUp: z.boolean(),
  }),
})
export type CommunityHead = z.infer<typeof CommunityHead>

export const CommunityView = CommunityHead.extend({ charter: CharterView })
export type CommunityView = z.infer<typeof CommunityView>

export const CreateCommunity = z.object({
  name: line(120),
  short: line(8),
  colour: z.int().min(1).max(8),
  visibility: Visibility,
  domain: line(300),
  about: optionalMarkdown(4000),
  notAbout: optionalMarkdown(4000),
  purpose: optionalMarkdown(4000),
})
export type CreateCommunity = z.infer<typeof CreateCommunity>

export const WriteCharter = z.object({
  /** The version this was written from; another one since means a conflict, and both texts are kept. */
  base: z.int().min(1),
  domain: line(300),
  about: optionalMarkdown(4000),
  notAbout: optionalMarkdown(4000),
  purpose: optionalMarkdown(4000),
  people: optionalMarkdown(4000),
  conventions: optionalMarkdown(4000),
  rhythm: optionalMarkdown(4000),
  reviewOn: Day.nullable(),
  note: z.string().trim().max(500).default(''),
})
export type WriteCharter = z.infer<typeof WriteCharter>

export const ChangeCommunity = z
  .object({
    name: line(120),
    short: line(8),
    colour: z.int().min(1).max(8),
    visibility: Visibility,
    parent: Id.nullable(),
    evidenceRule: EvidenceRule,
  })
  .partial()
export type ChangeCommunity = z.infer<typeof ChangeCommunity>

/** How members take part, in groups of five or more; null is too few to show. */
export const Participation = z.object({
  core: z.int().nullable(),
  active: z.int().nullable(),
  peripheral: z.int().nullable(),
  members: z.int(),
})
export type Participation = z.infer<typeof Participation>

export const TopicView = z.object({ id: Id, name: z.string(), parent: Id.nullable() })
export type TopicView = z.infer<typeof TopicView>

export const JoinRequestView = z.object({ id: Id, person: PersonLink, message: z.string(), at: Instant })
export const InvitationView = z.object({
  id: Id,
  community: CommunityLink,
  person: PersonLink.nullable(),
  unit: UnitLink.nullable(),
  occupation: z.string().nullable(),
  /** How many people a unit with what is below it, or an occupation, stands for just now. */
  people: z.int().nullable(),
  message: z.string(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type InvitationView = z.infer<typeof InvitationView>
