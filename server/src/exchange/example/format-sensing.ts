import { z } from 'zod'
import { Day, Moment, Slug, Text } from './format.ts'

/** How an example tells of aims, escalations, feeds and signals. */

const act = { by: Slug, at: Moment }
const title = z.string().min(5).max(200)

export const Imperative = z.strictObject({
  slug: Slug,
  ...act,
  title,
  why: Text,
  from: Day,
  to: Day.nullable(),
  carrier: Slug,
  services: z.array(
    z
      .strictObject({ ...act, community: Slug.optional(), practice: Slug.optional(), how: z.string().min(5).max(500) })
      .refine(({ community, practice }) => (community === undefined) !== (practice === undefined)),
  ),
  ended: z.strictObject({ ...act, reason: Text }).optional(),
})

export const EscalationMove = z.strictObject({
  act: z.enum(['receive', 'decide', 'finish', 'reopen', 'withdraw', 'delegate', 'hand_on']),
  /** Left out where it went on by itself. */
  by: Slug.optional(),
  at: Moment,
  answer: z.enum(['yes', 'no', 'later']).optional(),
  reason: Text.optional(),
  dueOn: Day.optional(),
  to: Slug.optional(),
  unit: Slug.optional(),
  because: z.enum(['left', 'moved', 'dissolved']).optional(),
})

export const Escalation = z.strictObject({
  slug: Slug,
  community: Slug,
  unit: Slug,
  manager: Slug,
  inquiry: Slug.optional(),
  ...act,
  dueOn: Day,
  title,
  asked: Text,
  background: Text,
  moves: z.array(EscalationMove),
})

export const Feed = z.strictObject({
  slug: Slug,
  community: Slug.nullable(),
  ...act,
  url: z.url(),
  title,
  ended: z.strictObject({ at: Moment, why: z.enum(['gone', 'failing', 'byHand']) }).optional(),
})

export const Signal = z
  .strictObject({
    slug: Slug,
    community: Slug.nullable(),
    at: Moment,
    feed: Slug.optional(),
    by: Slug.optional(),
    /** The signal of the organization that was taken up. */
    from: Slug.optional(),
    link: z.url().optional(),
    title,
    summary: Text,
    triage: z.array(
      z.strictObject({
        ...act,
        outcome: z.enum(['inquiry', 'watch', 'escalation', 'nothing']),
        reason: Text,
        until: Day.optional(),
        inquiry: Slug.optional(),
        escalation: Slug.optional(),
      }),
    ),
  })
  .refine(({ feed, by }) => (feed === undefined) !== (by === undefined), 'it came by a feed or somebody told of it')

export const Signals = z.strictObject({ feeds: z.array(Feed), signals: z.array(Signal) })

export type Imperative = z.infer<typeof Imperative>
export type Escalation = z.infer<typeof Escalation>
export type EscalationMove = z.infer<typeof EscalationMove>
export type Feed = z.infer<typeof Feed>
export type Signal = z.infer<typeof Signal>

export interface Sensing {
  imperatives: Imperative[]
  escalations: Escalation[]
  feeds: Feed[]
  signals: Signal[]
}
