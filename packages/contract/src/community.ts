import { z } from 'zod'
import {
  CommunityLink,
  Created,
  Day,
  Id,
  Instant,
  line,
  markdown,
  optionalMarkdown,
  pageOf,
  PageQuery,
  PersonLink,
  Rendered,
} from './common.ts'
import type { Operations } from './operation.ts'

export const Visibility = z.enum(['open', 'by_request', 'private'])
export const Stage = z.enum(['potential', 'coalescing', 'maturing', 'stewardship', 'transformation'])
export const Form = z.enum(['informal', 'supported', 'structured'])
export const Role = z.enum(['facilitator', 'steward', 'sponsor', 'liaison', 'newcomer_host'])
export type Visibility = z.infer<typeof Visibility>
export type Stage = z.infer<typeof Stage>
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

export const CommunityView = CommunityLine.extend({
  form: Form,
  origin: z.enum(['emergent', 'initiated']),
  charter: CharterView,
  facilitators: z.array(PersonLink),
  needsFacilitator: z.boolean(),
  parent: CommunityLink.nullable(),
  children: z.array(CommunityLink),
  myRoles: z.array(Role),
  ending: z.object({ note: Rendered, at: Instant }).nullable(),
  createdAt: Instant,
  may: z.object({
    join: z.boolean(),
    askToJoin: z.boolean(),
    leave: z.boolean(),
    ask: z.boolean(),
    invite: z.boolean(),
    edit: z.boolean(),
    close: z.boolean(),
    readInside: z.boolean(),
  }),
})
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

const one = z.object({ community: Id })

export const communityOperations = {
  'GET /communities': {
    summary: 'The directory of communities',
    scope: 'read',
    query: PageQuery.extend({
      words: z.string().max(200).optional(),
      stage: Stage.optional(),
      unit: Id.optional(),
      mine: z.stringbool().optional(),
    }),
    reply: pageOf(CommunityLine),
  },
  'POST /communities': {
    summary: 'Open a community, as a potential one; you become its first facilitator',
    scope: 'write',
    body: CreateCommunity,
    reply: Created.extend({ slug: z.string() }),
    status: 201,
  },
  'GET /communities/{community}': {
    summary: 'A community, by its id or its name in addresses',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    reply: CommunityView,
  },
  'GET /communities/{community}/members': {
    summary: 'The members, by name, in no order of merit',
    scope: 'read',
    params: one,
    query: PageQuery,
    reply: pageOf(PersonLink.extend({ roles: z.array(Role), since: Instant })),
  },
  'PUT /communities/{community}/membership': { summary: 'Join', scope: 'write', params: one },
  'DELETE /communities/{community}/membership': { summary: 'Leave', scope: 'write', params: one },
  'PUT /communities/{community}/charter': {
    summary: 'Write the next version of the charter',
    scope: 'write',
    params: one,
    body: WriteCharter,
    reply: z.object({ version: z.int() }),
  },
  'PUT /communities/{community}/ending': {
    summary: 'Close with honour: a note that stays, and a new steward for each practice or its retirement',
    scope: 'write',
    params: one,
    body: z.object({ note: markdown(10_000) }),
  },
} as const satisfies Operations
