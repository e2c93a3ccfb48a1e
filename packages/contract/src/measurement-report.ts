import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, line, markdown, PersonLink, Rendered } from './common.ts'
import type { Operations } from './operation.ts'

export const ResourceKind = z.enum(['time', 'money'])
export type ResourceKind = z.infer<typeof ResourceKind>

/** Hours, or the organization's currency. */
export const ResourceView = z.object({
  id: Id,
  community: CommunityLink,
  kind: ResourceKind,
  amount: z.number(),
  purpose: z.string(),
  from: Day,
  to: Day,
  by: PersonLink.nullable(),
  may: z.object({ withdraw: z.boolean() }),
})
export type ResourceView = z.infer<typeof ResourceView>

export const ReportLine = z.object({
  id: Id,
  kind: z.enum(['sponsor', 'annual']),
  title: z.string(),
  community: CommunityLink.nullable(),
  from: Day,
  to: Day,
  version: z.int(),
  changedAt: Instant,
})
export type ReportLine = z.infer<typeof ReportLine>

export const ReportView = ReportLine.extend({
  text: Rendered,
  versions: z.array(z.object({ version: z.int(), at: Instant, by: PersonLink.nullable(), note: z.string() })),
  may: z.object({ write: z.boolean() }),
})
export type ReportView = z.infer<typeof ReportView>

/** What was given to a community, year by year, beside what it can show. No line from one to the other is drawn. */
export const GivenAndShown = z.object({
  year: z.int(),
  hours: z.number(),
  money: z.number(),
  answered: z.int(),
  practices: z.int(),
  adoptions: z.int(),
  stories: z.int(),
})
export type GivenAndShown = z.infer<typeof GivenAndShown>

const community = z.object({ community: z.string().min(1).max(80) })
const resource = z.object({ resource: Id })
const report = z.object({ valueReport: Id })
const period = { from: Day, to: Day }
const inOrder = ({ from, to }: { from: string; to: string }) => from >= '1900-01-01' && to >= from

export const reportOperations = {
  'GET /communities/{community}/resources': {
    summary: 'Time and money given to a community, beside what it can show',
    scope: 'read',
    params: community,
    reply: z.object({
      community: CommunityLink,
      resources: z.array(ResourceView),
      years: z.array(GivenAndShown),
      may: z.object({ give: z.boolean() }),
    }),
  },
  'POST /communities/{community}/resources': {
    summary: 'Write down time or money given to a community',
    scope: 'write',
    params: community,
    body: z
      .object({ kind: ResourceKind, amount: z.number().positive().max(100_000_000), purpose: line(300), ...period })
      .refine(inOrder, { path: ['to'] }),
    reply: Created,
    status: 201,
  },
  'PUT /resources/{resource}/withdrawal': {
    summary: 'Take a line of resources back',
    scope: 'write',
    params: resource,
  },
  'DELETE /resources/{resource}/withdrawal': {
    summary: 'Let a line of resources stand again',
    scope: 'write',
    params: resource,
  },
  'GET /value-reports': {
    summary: 'Reports of a community, or those of the organization',
    scope: 'read',
    query: z.object({ community: z.string().max(80).optional() }),
    reply: z.object({ items: z.array(ReportLine), may: z.object({ write: z.boolean() }) }),
  },
  'POST /value-reports': {
    summary: 'Begin a report: its first version is written from what happened',
    scope: 'write',
    body: z
      .object({
        community: z.string().max(80).nullable(),
        kind: z.enum(['sponsor', 'annual']),
        title: line(200),
        ...period,
      })
      .refine(inOrder, { path: ['to'] }),
    reply: Created,
    status: 201,
  },
  'GET /value-reports/{valueReport}': { summary: 'A report', scope: 'read', params: report, reply: ReportView },
  'PUT /value-reports/{valueReport}': {
    summary: 'Write the next version of a report',
    scope: 'write',
    params: report,
    body: z.object({ base: z.int().min(1), text: markdown(60_000), note: z.string().trim().max(500).default('') }),
    reply: z.object({ version: z.int() }),
  },
  'GET /value-reports/{valueReport}/versions/{version}': {
    summary: 'One version of a report, as it was',
    scope: 'read',
    params: report.extend({ version: z.coerce.number().int().min(1).max(100_000) }),
    reply: z.object({ version: z.int(), text: z.string() }),
  },
  'GET /value-reports/{valueReport}/markdown': {
    summary: 'A report as a file of Markdown',
    scope: 'read',
    params: report,
    media: 'text/markdown',
  },
} as const satisfies Operations
