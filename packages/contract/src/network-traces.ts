import { z } from 'zod'
import { Created, Id, Instant, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

/** What a trace file's column is taken for. */
export const TraceColumn = z.enum(['time', 'from', 'to', 'cc', 'channel', 'weight', 'message'])
export type TraceColumn = z.infer<typeof TraceColumn>

export const DateOrder = z.enum(['day first', 'month first'])

/** What a file is: a table, or what was taken out of an export before it was sent. */
export const TraceForm = z.enum(['table', 'mail', 'calendar', 'slack', 'mattermost', 'git'])
export type TraceForm = z.infer<typeof TraceForm>

export const ReadingView = z.object({
  form: TraceForm,
  /** Of a table; what was taken out of an export has neither headers nor columns. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  separator: z.enum([',', ';', '\t', '|']),
  headers: z.array(z.string()),
  columns: z.array(TraceColumn.nullable()),
  /** How the first time is understood, so that a mistaken order of day and month is seen. */
  dates: z.object({ order: DateOrder, example: z.string(), read: z.string() }).nullable(),
  rows: z.array(z.array(z.string())),
  /** The first rows as they would be read: without a day a row is left out. Who with whom; of a project, who and on what. */
  preview: z.array(z.object({ day: z.string().nullable(), from: z.string(), to: z.string(), channel: z.string() })),
  may: z.object({ read: z.boolean() }),
})
export type ReadingView = z.infer<typeof ReadingView>

/** Why something was left out, in how many rows, and the first of them. */
export const Skipped = z.object({ why: z.string(), sentence: z.string(), count: z.int(), rows: z.array(z.int()) })

export const ImportReport = z.object({
  rows: z.int(),
  traces: z.int(),
  /**
   * Pairs of addresses that were read (unknown after a stop), and counts of a pair and week. Counts of people who did not
   * agree are not kept; they are told apart only where five people or more are behind them.
   */
  pairs: z.int().nullable(),
  kept: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  identities: z.object({ matched: z.int(), doubtful: z.int(), unknown: z.int(), noPerson: z.int() }),
  skipped: z.array(Skipped),
  /** Addresses that belong to nobody known here, the busiest first. */
  strangers: z.array(z.string()),
  notes: z.array(z.string()),
  seconds: z.number(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ImportView = z.object({
  id: Id,
  at: Instant,
  by: PersonLink.nullable(),
  state: z.enum(['receiving', 'waiting', 'reading', 'done', 'stopped', 'failed', 'undone']),
  /** Whether it reads mailboxes: sizes and progress are then numbers of mails, and going on takes the secret again. */
  mailboxes: z.boolean(),
  files: z.array(z.object({ name: z.string(), size: z.int(), received: z.int() })),
  progress: z.object({ done: z.int(), total: z.int(), secondsLeft: z.int().nullable() }).nullable(),
  failure: z.string().nullable(),
  report: ImportReport.nullable(),
  may: z.object({ undo: z.boolean(), goOn: z.boolean(), stop: z.boolean(), look: z.boolean() }),
})
export type ImportView = z.infer<typeof ImportView>

export const StartImport = z.object({
  files: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(255),
        size: z
          .int()
          .min(0)
          .max(2 ** 43),
      }),
    )
    .min(1)
    .max(20),
})

/** Mailboxes on a server of mail, and what lets in there. The secret is held for one reading and written nowhere. */
export const MailboxesAsked = z.object({
  /** One of the servers that whoever runs Mortar has named. */
  host: z.string().trim().min(1).max(300),
  user: z.string().trim().min(1).max(320),
  mailboxes: z.array(z.string().trim().min(1).max(255)).min(1).max(20),
  kind: z.enum(['password', 'token']).default('password'),
  secret: z.string().min(1).max(8000),
})

/** An address or login, and whom it stands for. */
export const IdentityView = z.object({
  number: z.int(),
  alias: z.string(),
  label: z.string(),
  state: z.enum(['matched', 'doubtful', 'unknown', 'no_person']),
  person: PersonLink.nullable(),
  candidates: z.array(PersonLink),
  decided: z.boolean(),
})
export type IdentityView = z.infer<typeof IdentityView>

const source = z.object({ source: Id })
const sourceImport = z.object({ source: Id, import: Id })

export const traceOperations = {
  'GET /sources/{source}/imports': {
    summary: 'What was read into a source',
    scope: 'office',
    params: source,
    reply: z.object({
      items: z.array(ImportView),
      /** Servers whose mailboxes may be read from here. */
      mailHosts: z.array(z.string()),
      may: z.object({ mailboxes: z.boolean() }),
    }),
  },
  'POST /sources/{source}/mailboxes': {
    summary: 'Read heads of mails from a server of mail: what came since the last time, or from where it was cut off',
    scope: 'office',
    params: source,
    body: MailboxesAsked,
    reply: Created,
    status: 201,
    // Whoever keeps replies to repeat them keeps what was sent, too; the secret is kept by nobody.
    unrepeatable: true,
  },
  'POST /sources/{source}/imports': {
    summary: 'Begin an import: name the files, then send their pieces',
    scope: 'office',
    params: source,
    body: StartImport,
    reply: Created,
    status: 201,
  },
  'GET /sources/{source}/imports/{import}': {
    summary: 'How far an import is, and what it did',
    scope: 'office',
    params: sourceImport,
    reply: ImportView,
  },
  'PUT /sources/{source}/imports/{import}/files/{file}/pieces/{piece}': {
    summary: 'Send one piece of a file; sent again it replaces itself',
    scope: 'office',
    params: sourceImport.extend({
      file: z.coerce.number().int().min(0).max(99),
      piece: z.coerce.number().int().min(0).max(100_000),
    }),
    multipart: true,
  },
  'GET /sources/{source}/imports/{import}/reading': {
    summary: 'How the first file is understood: separator, columns, dates, examples',
    scope: 'office',
    params: sourceImport,
    query: z.object({
      /** What each column is to be taken for instead, with commas between; nothing for one that is left out. */
      columns: z.string().max(600).optional(),
      order: DateOrder.optional(),
    }),
    reply: ReadingView,
  },
  'PUT /sources/{source}/imports/{import}/reading': {
    summary: 'Read the files that were sent; repeated, it goes on where it stopped',
    scope: 'office',
    params: sourceImport,
    body: z.object({
      anew: z.boolean().default(false),
      /** What each column is taken for, where that is not what was seen. */
      columns: z.array(TraceColumn.nullable()).max(64).optional(),
      order: DateOrder.optional(),
    }),
  },
  'DELETE /sources/{source}/imports/{import}': {
    summary: 'Stop an import that is under way, or take back one that is done',
    scope: 'office',
    params: sourceImport,
  },
  'GET /sources/{source}/identities': {
    summary: 'Addresses and logins of a source, and whom they stand for',
    scope: 'office',
    params: source,
    query: z.object({
      /** Those that are surely somebody's are listed for nobody: where each agrees first, that would tell who did. */
      state: z.enum(['doubtful', 'unknown', 'no_person', 'decided']).default('doubtful'),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({ items: z.array(IdentityView), next: z.int().nullable(), doubtful: z.int() }),
  },
  'PUT /sources/{source}/identities/{identity}': {
    summary: 'Say whom an address or login stands for, or that it is no person',
    scope: 'office',
    params: source.extend({ identity: z.coerce.number().int().min(1).max(2_147_483_647) }),
    body: z.object({ person: Id.nullable() }),
  },
  'DELETE /sources/{source}/identities/{identity}': {
    summary: 'Take a decision about an address or login back',
    scope: 'office',
    params: source.extend({ identity: z.coerce.number().int().min(1).max(2_147_483_647) }),
  },
} as const satisfies Operations
