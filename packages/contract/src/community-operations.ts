import { z } from 'zod'
import { Created, Id, Instant, line, pageOf, PageQuery, PersonLink } from './common.ts'
import {
  Stage,
  Role,
  CommunityLine,
  CharterView,
  CommunityView,
  CreateCommunity,
  WriteCharter,
  ChangeCommunity,
  Participation,
  TopicView,
  JoinRequestView,
  InvitationView,
} from './community.ts'
import type { Operations } from './operation.ts'

const one = z.object({ community: Id })
const note = z.string().trim().max(2000).default('')

export const communityOperations = {
  'GET /communities': {
    summary: 'The directory of communities',
    scope: 'read',
    query: PageQuery.extend({
      words: z.string().max(200).optional(),
      stage: Stage.optional(),
      /** Where people of this unit, or of one below it, are members. */
      unit: Id.optional(),
      /** A topic, as it is called. */
      topic: z.string().max(80).optional(),
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
    query: PageQuery.extend({
      words: z.string().trim().max(100).optional(),
      /** Only those who left the organization and still hold a role here. */
      left: z.stringbool().optional(),
    }),
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
  'PATCH /communities/{community}': {
    summary: 'Change name, visibility, place or evidence rule',
    scope: 'write',
    params: one,
    body: ChangeCommunity,
  },
  'PUT /communities/{community}/visit': {
    summary: 'Remember that I was here, for me alone; tells when I was before',
    scope: 'write',
    params: one,
    reply: z.object({ before: Instant.nullable() }),
  },
  'GET /communities/{community}/participation': {
    summary: 'How members took part in the last thirteen weeks, in groups of five or more',
    scope: 'read',
    params: one,
    reply: Participation,
  },
  'GET /communities/{community}/charters': {
    summary: 'The versions of the charter, newest first',
    scope: 'read',
    params: one,
    reply: z.object({
      items: z.array(z.object({ version: z.int(), note: z.string(), by: PersonLink.nullable(), at: Instant })),
    }),
  },
  'GET /communities/{community}/charters/{version}': {
    summary: 'One version of the charter',
    scope: 'read',
    params: one.extend({ version: z.coerce.number().int().min(1).max(100_000) }),
    reply: CharterView,
  },
  'PUT /communities/{community}/members/{person}/roles': {
    summary: 'Give a member roles, or lay down your own',
    scope: 'write',
    params: one.extend({ person: Id }),
    body: z.object({ roles: z.array(Role).max(5) }),
  },
  'PUT /communities/{community}/members/{person}/greeting': {
    summary: 'Welcome somebody who joined; the first welcome reaches them',
    scope: 'write',
    params: one.extend({ person: Id }),
  },
  'GET /communities/{community}/requests': {
    summary: 'Who asks to join',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(JoinRequestView) }),
  },
  'POST /communities/{community}/requests': {
    summary: 'Ask to join',
    scope: 'write',
    params: one,
    body: z.object({ message: note }),
    reply: Created,
    status: 201,
  },
  'DELETE /communities/{community}/requests/mine': {
    summary: 'Take back my wish to join',
    scope: 'write',
    params: one,
  },
  'PUT /communities/{community}/requests/{request}/decision': {
    summary: 'Accept or refuse somebody who asks to join',
    scope: 'write',
    params: one.extend({ request: Id }),
    body: z.object({ accepted: z.boolean(), reason: note }),
  },
  'GET /communities/{community}/invitations': {
    summary: 'The open invitations of a community',
    scope: 'read',
    params: one,
    reply: z.object({ items: z.array(InvitationView) }),
  },
  'POST /communities/{community}/invitations': {
    summary: 'Invite a person, a unit or an occupation; each decides for themselves',
    scope: 'write',
    params: one,
    body: z
      .object({ person: Id.optional(), unit: Id.optional(), occupation: Id.optional(), message: note })
      .refine(({ person, unit, occupation }) => [person, unit, occupation].filter(Boolean).length === 1),
    reply: Created,
    status: 201,
  },
  'DELETE /communities/{community}/invitations/{invitation}': {
    summary: 'Withdraw an invitation',
    scope: 'write',
    params: one.extend({ invitation: Id }),
  },
  'GET /invitations': {
    summary: 'What I am invited to',
    scope: 'read',
    reply: z.object({ items: z.array(InvitationView) }),
  },
  'PUT /invitations/{invitation}/reply': {
    summary: 'Accept an invitation, or let it be',
    scope: 'write',
    params: z.object({ invitation: Id }),
    body: z.object({ accepted: z.boolean() }),
  },
  'GET /communities/{community}/topics': {
    summary: 'The topics of a community, a tree of two levels; or those that were removed',
    scope: 'read',
    params: one,
    query: z.object({ removed: z.stringbool().optional() }),
    reply: z.object({ items: z.array(TopicView) }),
  },
  'POST /communities/{community}/topics': {
    summary: 'Add a topic',
    scope: 'write',
    params: one,
    body: z.object({ name: line(80), parent: Id.nullable().default(null) }),
    reply: Created,
    status: 201,
  },
  'PUT /communities/{community}/topics/{topic}': {
    summary: 'Rename a topic',
    scope: 'write',
    params: one.extend({ topic: Id }),
    body: z.object({ name: line(80) }),
  },
  'PUT /communities/{community}/topics/{topic}/removal': {
    summary: 'Remove a topic; what stood under it stays with it',
    scope: 'write',
    params: one.extend({ topic: Id }),
  },
  'DELETE /communities/{community}/topics/{topic}/removal': {
    summary: 'Bring back a topic that was removed',
    scope: 'write',
    params: one.extend({ topic: Id }),
  },
} as const satisfies Operations
