import { z } from 'zod'
import { Created, Id, Instant, line, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What traces of a source are: who wrote to whom, who worked on what, who met, what a survey asked, what happened here. */
export const SourceKind = z.enum(['messages', 'artefacts', 'meetings', 'survey', 'mortar'])
export type SourceKind = z.infer<typeof SourceKind>

/** Whether each person agrees first, or everybody is told and may withdraw. */
export const SourceMode = z.enum(['opt_in', 'announced'])
export type SourceMode = z.infer<typeof SourceMode>

/** What I said about a source. */
export const Choice = z.enum(['agreed', 'withdrawn', 'none'])
export type Choice = z.infer<typeof Choice>

const about = {
  name: line(120),
  purpose: z.string().trim().min(1).max(1000),
  legalGround: z.string().trim().min(1).max(1000),
  retentionDays: z.int().min(7).max(36500),
  mode: SourceMode,
}

export const SourceLine = z.object({
  id: Id,
  name: z.string(),
  kind: SourceKind,
  channels: z.array(z.string()),
  purpose: z.string(),
  legalGround: z.string(),
  retentionDays: z.int(),
  mode: SourceMode,
  announcedAt: Instant.nullable(),
  /** Nothing is computed from it before; null while nobody knows yet. */
  computedFrom: Instant.nullable(),
  closedAt: Instant.nullable(),
  choice: Choice,
  /** Whether traces of mine may be kept, by its mode and what I said. */
  included: z.boolean(),
})
export type SourceLine = z.infer<typeof SourceLine>

export const SourceView = SourceLine.extend({
  /** About how many people's traces may be kept, in fives; only the knowledge office is told. */
  people: z.int().nullable(),
  /** When Mortar last read what happens here, where that is the source; the knowledge office is told. */
  readAt: Instant.nullable(),
  /** Whether a survey that was asked here fills it: then nothing is brought in. */
  askedHere: z.boolean(),
  may: z.object({
    administer: z.boolean(),
    announce: z.boolean(),
    import: z.boolean(),
    /** Whether answers of a survey that was done elsewhere may come in. */
    matrices: z.boolean(),
  }),
})
export type SourceView = z.infer<typeof SourceView>

/** How much of somebody is kept from one source. */
export const OwnSource = SourceLine.extend({
  /** Addresses and logins that stand for me. */
  aliases: z.array(z.string()),
  months: z.array(z.object({ month: z.string(), channel: z.string(), times: z.int() })),
  oldest: z.string().nullable(),
})

export const PrivacyView = z.object({
  sources: z.array(OwnSource),
  /** Whom my traces tie me to most, strongest first. Nobody else is shown this. */
  ties: z.array(z.object({ person: PersonLink, strength: z.enum(['strong', 'some', 'weak']), times: z.int() })),
  /** What was computed while I was in it. */
  runs: z.array(z.object({ id: Id, at: Instant })),
  /** What others did that concerns me here, and what I said. */
  steps: z.array(z.object({ at: Instant, verb: z.string() })),
})
export type PrivacyView = z.infer<typeof PrivacyView>

const source = z.object({ source: Id })

export const sourceOperations = {
  'GET /sources': {
    summary: 'Sources of traces: what for, on which ground, how long, and what I said about each',
    scope: 'read',
    reply: z.object({ items: z.array(SourceLine), may: z.object({ register: z.boolean() }) }),
  },
  'POST /sources': {
    summary: 'Register a source of traces; nothing enters without one',
    scope: 'office',
    body: z.object({ ...about, kind: SourceKind, channel: line(40), mode: SourceMode.default('opt_in') }),
    reply: Created,
    status: 201,
  },
  'GET /sources/{source}': {
    summary: 'A source of traces',
    scope: 'read',
    params: source,
    reply: SourceView,
  },
  'PUT /sources/{source}': {
    summary: 'Change what a source is for; an announced one has to be announced anew when it may do more',
    scope: 'office',
    params: source,
    body: z.object(about),
  },
  'PUT /sources/{source}/announcement': {
    summary: 'Tell everybody of an announced source; it is computed from 14 days later',
    scope: 'office',
    params: source,
  },
  'PUT /sources/{source}/closing': {
    summary: 'Close a source: nothing more comes in, and what is there goes',
    scope: 'office',
    params: source,
  },
  'PUT /sources/{source}/choice': {
    summary: 'Agree to a source, or withdraw: what was kept of me is gone at once',
    scope: 'write',
    params: source,
    body: z.object({ agreed: z.boolean() }),
    reply: z.object({ removed: z.int() }),
  },
  'GET /privacy': {
    summary: 'What the map knows about me, for my eyes',
    scope: 'read',
    reply: PrivacyView,
  },
} as const satisfies Operations
