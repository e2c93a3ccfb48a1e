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
  UnitLink,
} from './common.ts'
import type { Operations } from './operation.ts'

export const EscalationState = z.enum(['sent', 'received', 'decided', 'done', 'withdrawn'])
export type EscalationState = z.infer<typeof EscalationState>

export const EscalationAnswer = z.enum(['yes', 'no', 'later'])
export type EscalationAnswer = z.infer<typeof EscalationAnswer>

export const EscalationAct = z.enum([
  'send',
  'receive',
  'decide',
  'finish',
  'reopen',
  'withdraw',
  'send_again',
  'delegate',
  'take_back',
  'hand_on',
  'lose_manager',
  'address',
])
export type EscalationAct = z.infer<typeof EscalationAct>

const Head = z.object({
  id: Id,
  title: z.string(),
  community: CommunityLink,
  unit: UnitLink,
  /** Who answers now; nobody while neither the unit nor the line above it has a manager. */
  manager: PersonLink.nullable(),
  delegate: PersonLink.nullable(),
  state: EscalationState,
  answer: EscalationAnswer.nullable(),
  sentAt: Instant,
  dueOn: Day,
  /** An answer was due and is not there. */
  overdue: z.boolean(),
})

export const EscalationLine = Head
export type EscalationLine = z.infer<typeof EscalationLine>

/** One step, as it was. */
export const EscalationMove = z.object({
  id: Id,
  act: EscalationAct,
  answer: EscalationAnswer.nullable(),
  reason: z.string(),
  dueOn: Day.nullable(),
  from: PersonLink.nullable(),
  to: PersonLink.nullable(),
  unit: UnitLink.nullable(),
  because: z.enum(['left', 'moved', 'dissolved', 'found']).nullable(),
  by: PersonLink.nullable(),
  at: Instant,
})
export type EscalationMove = z.infer<typeof EscalationMove>

export const EscalationView = Head.extend({
  asked: Rendered,
  background: Rendered.nullable(),
  inquiry: z.object({ id: Id, title: z.string().nullable() }).nullable(),
  signal: z.object({ id: Id, title: z.string() }).nullable(),
  sentBy: PersonLink.nullable(),
  /** Who may read it, said to everybody who does. */
  readers: z.enum(['everybody', 'members']),
  moves: z.array(EscalationMove),
  may: z.object({
    receive: z.boolean(),
    decide: z.boolean(),
    finish: z.boolean(),
    reopen: z.boolean(),
    withdraw: z.boolean(),
    sendAgain: z.boolean(),
    delegate: z.boolean(),
    takeBack: z.boolean(),
    address: z.boolean(),
  }),
})
export type EscalationView = z.infer<typeof EscalationView>

export const Escalate = z.object({
  community: Id,
  unit: Id,
  manager: Id,
  title: line(200),
  asked: markdown(10_000),
  background: optionalMarkdown(20_000),
  dueOn: Day,
  inquiry: Id.nullable().default(null),
  /** The signal that it comes from, which is thereby looked at. */
  signal: Id.nullable().default(null),
})
export type Escalate = z.infer<typeof Escalate>

const one = z.object({ escalation: Id })
const reason = z.string().trim().min(1).max(4000)
const note = z.string().trim().max(4000).default('')

export const escalationOperations = {
  'GET /escalations': {
    summary: 'Escalations of one community, or those of my communities and those put to me',
    scope: 'read',
    query: PageQuery.extend({
      community: Id.optional(),
      which: z.enum(['open', 'closed', 'all']).default('open'),
    }),
    reply: pageOf(EscalationLine),
  },
  'POST /escalations': {
    summary: 'Put a matter that a community cannot solve to somebody who answers for a unit',
    scope: 'write',
    body: Escalate,
    reply: Created,
    status: 201,
  },
  'GET /escalations/{escalation}': {
    summary: 'An escalation with each step it took',
    scope: 'read',
    params: one,
    reply: EscalationView,
  },
  'PUT /escalations/{escalation}/receipt': { summary: 'Say that it has arrived', scope: 'write', params: one },
  'PUT /escalations/{escalation}/decision': {
    summary: 'Decide: yes, no, or later with a new day, each with the reason',
    scope: 'write',
    params: one,
    body: z
      .object({ answer: EscalationAnswer, reason, dueOn: Day.nullable().default(null) })
      .refine(({ answer, dueOn }) => (answer === 'later') === (dueOn !== null), { path: ['dueOn'] }),
  },
  'PUT /escalations/{escalation}/completion': {
    summary: 'Say that it is done: carried out, or the no taken note of',
    scope: 'write',
    params: one,
    body: z.object({ note }),
  },
  'DELETE /escalations/{escalation}/completion': { summary: 'It is not done after all', scope: 'write', params: one },
  'PUT /escalations/{escalation}/withdrawal': {
    summary: 'Take it back; it stays readable',
    scope: 'write',
    params: one,
    body: z.object({ reason: note }),
  },
  'DELETE /escalations/{escalation}/withdrawal': { summary: 'Send it again', scope: 'write', params: one },
  'PUT /escalations/{escalation}/delegate': {
    summary: 'Ask somebody to deal with it in my place',
    scope: 'write',
    params: one,
    body: z.object({ person: Id, reason: note }),
  },
  'DELETE /escalations/{escalation}/delegate': { summary: 'Deal with it myself again', scope: 'write', params: one },
  'PUT /escalations/{escalation}/manager': {
    summary: 'Name another manager, while nobody answers for it',
    scope: 'write',
    params: one,
    body: z.object({ unit: Id, manager: Id }),
  },
  'GET /managers': {
    summary: 'Who answers for which unit, found by the name of either',
    scope: 'read',
    query: z.object({ words: z.string().max(200).default('') }),
    reply: z.object({ items: z.array(z.object({ unit: UnitLink, person: PersonLink })) }),
  },
} as const satisfies Operations
