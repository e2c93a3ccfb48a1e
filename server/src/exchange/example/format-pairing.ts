import { z } from 'zod'
import { Day, Moment, Slug } from './format.ts'
import { TopicOf } from './format-learning.ts'

/** How an example tells of rounds of pairs: who takes part, what was proposed, and what came of it. */

const Choice = z.strictObject({
  by: Slug,
  at: Moment,
  wants: z.array(TopicOf),
  offers: z.array(TopicOf),
  room: z.int().min(1).max(5),
  meets: z.boolean(),
  paused: z.boolean().default(false),
})

const Part = z.strictObject({
  by: Slug,
  side: z.enum(['helps', 'learns', 'meets']),
  answer: z.enum(['yes', 'no']).optional(),
  words: z.string().max(2000).default(''),
  saidAt: Moment.optional(),
  help: z.enum(['yes', 'somewhat', 'no']).optional(),
  line: z.string().max(500).default(''),
})

const Round = z.strictObject({
  slug: Slug,
  by: Slug,
  at: Moment,
  kind: z.enum(['learn', 'meet']),
  answerBy: Day,
  endsOn: Day,
  closed: z.strictObject({ at: Moment }).optional(),
  pairs: z.array(
    z.strictObject({
      state: z.enum(['proposed', 'agreed', 'off', 'ended']),
      topics: z.array(TopicOf),
      parts: z.tuple([Part, Part]),
    }),
  ),
})

export const Pairing = z.strictObject({ choices: z.array(Choice), rounds: z.array(Round) })
export type Pairing = z.infer<typeof Pairing>
export type Round = Pairing['rounds'][number]
