import { z } from 'zod'
import { CommunityLink, Created, Day, Id, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

export const PulseTheme = z.enum(['safety', 'trust', 'usefulness', 'energy'])
export type PulseTheme = z.infer<typeof PulseTheme>

/** What can be said of one theme of a closed wave; how far the answers agree stands before any figure. */
export const PulseFigure = z.object({
  theme: PulseTheme,
  name: z.string(),
  /**
   * `group`: people agree, and communities differ: a figure of the group. `people`: people agree, but whether communities differ
   * is unknown or they hardly do: a mean of those who answered. `apart`: they agree too little for one figure. `few`: too few.
   */
  state: z.enum(['group', 'people', 'apart', 'few']),
  /** r_wg(j), 0 to 1. */
  agreement: z.number().nullable(),
  /** ICC(1), and over how many communities. */
  icc: z.object({ value: z.number(), groups: z.int() }).nullable(),
  /** The mean on the scale from 1 to 7 with its 95 % interval. */
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type PulseFigure = z.infer<typeof PulseFigure>

export const PulseWave = z.object({
  id: Id,
  community: CommunityLink.nullable(),
  themes: z.array(z.object({ theme: PulseTheme, name: z.string() })),
  opened: Day,
  closes: Day,
  state: z.enum(['open', 'closed']),
  /** How many answered, in fives and rounded down. */
  answered: z.int(),
  /** Whether I have answered; while it is open. */
  mine: z.enum(['waiting', 'answered', 'notAsked']),
  /** Once it is closed. */
  figures: z.array(PulseFigure),
  /** Answers that could not be opened, because the secret of this Mortar was changed meanwhile. */
  lost: z.int(),
})
export type PulseWave = z.infer<typeof PulseWave>

const Explained = z.object({ theme: PulseTheme, name: z.string(), meaning: z.string(), source: z.string() })

export const PulseQuestions = z.object({
  id: Id,
  community: CommunityLink.nullable(),
  closes: Day,
  themes: z.array(Explained.extend({ questions: z.array(z.string()) })),
})
export type PulseQuestions = z.infer<typeof PulseQuestions>

/** Every so many weeks a wave opens by itself, for some days, until the rhythm ends. */
export const PulseRhythm = z.object({
  weeks: z.int().min(4).max(26),
  lasts: z.int().min(3).max(27),
  until: Day,
})
export type PulseRhythm = z.infer<typeof PulseRhythm>

/** A scope and all waves of it that can be seen, the latest first. */
export const PulsePage = z.object({
  /** Whether I said yes to pulses. */
  joined: z.boolean(),
  themes: z.array(Explained),
  waves: z.array(PulseWave),
  may: z.object({ open: z.boolean(), close: z.boolean(), setRhythm: z.boolean() }),
  /** Waves that open by themselves, until a day. */
  rhythm: PulseRhythm.extend({ next: Day.nullable(), by: PersonLink.nullable() }).nullable(),
  /** The themes whose turn it is. */
  next: z.array(PulseTheme),
  /** The first day on which another wave may be opened, when that is not today. */
  from: Day.nullable(),
})
export type PulsePage = z.infer<typeof PulsePage>

export const OpenPulse = z.object({
  themes: z.array(PulseTheme).min(1).max(4),
  closes: Day,
})
export type OpenPulse = z.infer<typeof OpenPulse>

const step = z.int().min(1).max(7)
const one = z.object({ wave: Id })
const of = z.object({ community: z.string().min(1).max(80) })

export const pulseOperations = {
  'GET /pulse': {
    summary: 'Whether I take part in pulses, what is open for me, and the waves of the organization',
    scope: 'read',
    reply: PulsePage.extend({ open: z.array(PulseWave) }),
  },
  'PUT /pulse/choice': { summary: 'Say yes to pulses', scope: 'write' },
  'DELETE /pulse/choice': { summary: 'Take my yes to pulses back', scope: 'write' },
  'POST /pulse/waves': {
    summary: 'Open a wave for the whole organization',
    scope: 'office',
    body: OpenPulse,
    reply: Created,
    status: 201,
  },
  'GET /communities/{community}/pulse': {
    summary: 'The waves of a community, for its members',
    scope: 'read',
    params: of,
    reply: PulsePage.extend({ community: CommunityLink }),
  },
  'POST /communities/{community}/pulse/waves': {
    summary: 'Open a wave for a community',
    scope: 'write',
    params: of,
    body: OpenPulse,
    reply: Created,
    status: 201,
  },
  'PUT /pulse/rhythm': {
    summary: 'Let waves of the whole organization open by themselves until a day',
    scope: 'office',
    body: PulseRhythm,
  },
  'DELETE /pulse/rhythm': { summary: 'No wave of the organization opens by itself any more', scope: 'office' },
  'PUT /communities/{community}/pulse/rhythm': {
    summary: 'Let waves of a community open by themselves until a day',
    scope: 'write',
    params: of,
    body: PulseRhythm,
  },
  'DELETE /communities/{community}/pulse/rhythm': {
    summary: 'No wave of a community opens by itself any more',
    scope: 'write',
    params: of,
  },
  'GET /pulse/waves/{wave}': {
    summary: 'The questions of an open wave',
    scope: 'read',
    params: one,
    reply: PulseQuestions,
  },
  'POST /pulse/waves/{wave}/answers': {
    summary: 'Answer a wave, once; nothing leads back from the answer to me',
    scope: 'write',
    params: one,
    body: z.object({ answers: z.partialRecord(PulseTheme, z.array(step).min(1).max(7)) }),
    // A kept copy of the request would link the answer with the person.
    unrepeatable: true,
  },
  'PUT /pulse/waves/{wave}/end': { summary: 'Close a wave before its last day', scope: 'write', params: one },
} as const satisfies Operations
