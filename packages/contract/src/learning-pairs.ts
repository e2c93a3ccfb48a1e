import { z } from 'zod'
import { Created, Day, Id, Instant, PersonLink } from './common.ts'
import { TopicLink } from './learning-items.ts'
import type { Operations } from './operation.ts'

/** Pairs who learn from each other by a topic, or who meet somebody of another unit. */
export const RoundKind = z.enum(['learn', 'meet'])
export type RoundKind = z.infer<typeof RoundKind>

export const PairHelp = z.enum(['yes', 'somewhat', 'no'])
export type PairHelp = z.infer<typeof PairHelp>

/** A pair as one of the two sees it: what the other answered is told to nobody. */
export const OwnPair = z.object({
  id: Id,
  kind: RoundKind,
  side: z.enum(['helps', 'learns', 'meets']),
  /** Nobody where who it was is not here any more. */
  other: PersonLink.nullable(),
  topics: z.array(TopicLink),
  /** Off: no pair this time. */
  state: z.enum(['proposed', 'agreed', 'off', 'ended']),
  answer: z.enum(['yes', 'no']).nullable(),
  answerBy: Day,
  endsOn: Day,
  endedAt: Instant.nullable(),
  /** What one wrote first to the other. */
  words: z.object({ mine: z.string(), mineAt: Instant.nullable(), theirs: z.string(), theirsAt: Instant.nullable() }),
  help: PairHelp.nullable(),
  line: z.string(),
  may: z.object({ answer: z.boolean(), write: z.boolean(), end: z.boolean(), tell: z.boolean() }),
})
export type OwnPair = z.infer<typeof OwnPair>

const topics = z.array(Id).max(20)

/** How somebody takes part; nobody else sees it. */
export const OwnPairing = z.object({
  choice: z
    .object({
      wants: z.array(TopicLink),
      offers: z.array(TopicLink),
      room: z.int(),
      meets: z.boolean(),
      paused: z.boolean(),
    })
    .nullable(),
  /** Topics in which they noted a need: to choose from. */
  noted: z.array(TopicLink),
  /** The latest first. */
  pairs: z.array(OwnPair),
  may: z.object({ takePart: z.boolean(), lead: z.boolean() }),
})
export type OwnPairing = z.infer<typeof OwnPairing>

/** A round for those who lead learning: counts alone, from five people on and in fives. */
export const PairingRound = z.object({
  id: Id,
  kind: RoundKind,
  state: z.enum(['asking', 'running', 'closed']),
  by: PersonLink.nullable(),
  at: Instant,
  answerBy: Day,
  endsOn: Day,
  people: z.int().nullable(),
  /** In how many a pair came about; told when the last day to answer is over. */
  agreed: z.int().nullable(),
  /** How many people said so, once the round is closed; null where it cannot be told. */
  help: z.object({ yes: z.int().nullable(), somewhat: z.int().nullable(), no: z.int().nullable() }).nullable(),
  lines: z.array(z.string()),
})
export type PairingRound = z.infer<typeof PairingRound>

const one = z.object({ pair: Id })

export const learningPairOperations = {
  'GET /learning/pairs': {
    summary: 'How I take part in rounds of pairs, and my pairs',
    scope: 'read',
    reply: OwnPairing,
  },
  'PUT /learning/pairing': {
    summary: 'Take part in rounds of pairs, or change how; paused, nothing is proposed',
    scope: 'write',
    body: z.object({
      wants: topics,
      offers: topics,
      room: z.int().min(1).max(5).default(1),
      meets: z.boolean().default(false),
      paused: z.boolean().default(false),
    }),
  },
  'DELETE /learning/pairing': {
    summary:
      'Take part no more; what is proposed to me comes to nothing, pairs that came about stay until one ends them',
    scope: 'write',
  },
  'PUT /learning/pairs/{pair}/answer': {
    summary: 'Yes, or not this time; the other is not told which',
    scope: 'write',
    params: one,
    body: z.object({ answer: z.enum(['yes', 'no']) }),
  },
  'PUT /learning/pairs/{pair}/words': {
    summary: 'Write the first words to the other',
    scope: 'write',
    params: one,
    body: z.object({
      words: z
        .string()
        .trim()
        .min(1)
        .max(2000)
        .regex(/^[^\0]*$/),
    }),
  },
  'PUT /learning/pairs/{pair}/end': {
    summary: 'End a pair before its day; the other is told that it ended',
    scope: 'write',
    params: one,
  },
  'PUT /learning/pairs/{pair}/help': {
    summary: 'Say whether it helped me; counted from five answers on, never by name',
    scope: 'write',
    params: one,
    body: z.object({
      help: PairHelp,
      line: z
        .string()
        .trim()
        .max(500)
        .regex(/^[^\r\n\0]*$/)
        .default(''),
    }),
  },
  'GET /learning/rounds': {
    summary: 'Rounds of pairs in counts, the latest first',
    scope: 'office',
    reply: z.object({ items: z.array(PairingRound) }),
  },
  'GET /learning/rounds/preview': {
    summary: 'About how many people a round would bring together today; who, nobody is told',
    scope: 'office',
    query: z.object({ kind: RoundKind }),
    reply: z.object({
      /** People who take part in rounds of this kind; null: fewer than five. */
      people: z.int().nullable(),
      /** People who would be in a pair; null: fewer than five, and no round can begin. */
      paired: z.int().nullable(),
    }),
  },
  'POST /learning/rounds': {
    summary: 'Begin a round: its pairs are proposed to the two of each, in private',
    scope: 'office',
    body: z.object({ kind: RoundKind, answerBy: Day, endsOn: Day }),
    reply: Created,
    status: 201,
  },
} as const satisfies Operations
