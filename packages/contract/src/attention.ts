import { z } from 'zod'
import { CommunityLink, Id, Instant, pageOf, PageQuery, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** Why a line reached somebody. */
export const Why = z.enum([
  'addressed',
  'mentioned',
  'you_asked',
  'asked_by_name',
  'helped',
  'thanked',
  'your_practice',
  'your_unit',
  'your_community',
  'invited',
  'about_you',
  'to_decide',
  'asked_in_private',
  'asked_in_survey',
  'asked_in_assessment',
  'shared_with_you',
  'your_pair',
  'put_to_you',
  'your_aim',
  'your_escalation',
  'following_thread',
  'following_community',
])
export type Why = z.infer<typeof Why>

export const Level = z.enum(['everything', 'mentions', 'nothing'])
export type Level = z.infer<typeof Level>

export const Followed = z.enum(['inquiry', 'practice', 'community'])
export type Followed = z.infer<typeof Followed>

/** A page that something happened on, under the title that the reader may see. */
export const PageLink = z.object({
  kind: z.enum([
    'inquiry',
    'practice',
    'community',
    'unit',
    'person',
    'source',
    'recognition',
    'survey',
    'needs_assessment',
    'pair',
    'escalation',
    'imperative',
    'signal',
    'feed',
    'story',
    'value_report',
    'pulse',
  ]),
  id: Id,
  title: z.string().nullable(),
})
export type PageLink = z.infer<typeof PageLink>

export const InboxLine = z.object({
  id: z.int(),
  at: Instant,
  why: Why,
  /** What happened, as in the trail: `inquiry.answered`. */
  verb: z.string(),
  page: PageLink,
  community: CommunityLink.nullable(),
  actor: PersonLink.nullable(),
  read: z.boolean(),
})
export type InboxLine = z.infer<typeof InboxLine>

const followed = z.object({ kind: Followed, id: Id })

export const attentionOperations = {
  'GET /inbox': {
    summary: 'What reached me, the latest first, each line with why',
    scope: 'read',
    query: PageQuery.extend({ unread: z.stringbool().optional() }),
    reply: pageOf(InboxLine),
  },
  'GET /inbox/count': {
    summary: 'How many lines I have not read',
    scope: 'read',
    reply: z.object({ unread: z.int() }),
  },
  'PUT /inbox/read': {
    summary: 'Mark all lines up to this one as read',
    scope: 'write',
    body: z.object({ upTo: z.int().min(0) }),
  },
  'PUT /inbox/{line}/read': {
    summary: 'Mark a line as read',
    scope: 'write',
    params: z.object({ line: z.coerce.number().int() }),
  },
  'DELETE /inbox/{line}/read': {
    summary: 'Mark a line as not read',
    scope: 'write',
    params: z.object({ line: z.coerce.number().int() }),
  },
  'GET /following': {
    summary: 'What I chose to hear of',
    scope: 'read',
    reply: z.object({ items: z.array(z.object({ page: PageLink, level: Level })) }),
  },
  'GET /following/{kind}/{id}': {
    summary: 'How much I hear of one thread or community',
    scope: 'read',
    params: followed,
    reply: z.object({ level: Level }),
  },
  'PUT /following/{kind}/{id}': {
    summary: 'Hear everything, only what is addressed to me, or nothing',
    scope: 'write',
    params: followed,
    body: z.object({ level: Level }),
  },
} as const satisfies Operations
