import { z } from 'zod'
import { CommunityLink, Created, Day, Id, Instant, line, PersonLink } from './common.ts'
import type { Operations } from './operation.ts'

export const SheetState = z.enum(['draft', 'in_use', 'done'])
export type SheetState = z.infer<typeof SheetState>

export const SheetFieldKind = z.enum(['text', 'long', 'choice', 'checks', 'people', 'date'])
export type SheetFieldKind = z.infer<typeof SheetFieldKind>

/** Where an item of a sheet is done in earnest. */
export const SheetAct = z.enum([
  'ask',
  'care',
  'charter',
  'close',
  'escalations',
  'imperatives',
  'indicators',
  'people',
  'practices',
  'sheets',
  'signals',
  'stage',
  'topics',
])
export type SheetAct = z.infer<typeof SheetAct>

export const SheetField = z.object({
  id: z.string(),
  kind: SheetFieldKind,
  label: z.string(),
  how: z.string().nullable(),
  options: z.array(z.object({ id: z.string(), label: z.string(), act: SheetAct.nullable() })),
})
export type SheetField = z.infer<typeof SheetField>

export const SheetSection = z.object({
  id: z.string(),
  title: z.string(),
  how: z.string().nullable(),
  fields: z.array(SheetField),
})
export type SheetSection = z.infer<typeof SheetSection>

export const SheetTemplate = z.object({ id: z.string(), name: z.string(), what: z.string() })
export type SheetTemplate = z.infer<typeof SheetTemplate>

/** Words, a day or a chosen item; several items or people of a list. */
export const SheetValue = z.union([
  z
    .string()
    .max(8000)
    .regex(/^[^\0]*$/),
  z.array(z.string().min(1).max(80)).max(60),
])
export const SheetContent = z.record(z.string().min(1).max(40), SheetValue)
export type SheetContent = z.infer<typeof SheetContent>

export const SheetLine = z.object({
  id: Id,
  template: SheetTemplate,
  title: z.string(),
  state: SheetState,
  version: z.int(),
  /** Items of its lists that are done, and all of them; null where it has none. */
  checked: z.object({ done: z.int(), all: z.int() }).nullable(),
  by: PersonLink.nullable(),
  at: Instant,
  /** Set aside: nothing of it is due. */
  discarded: z.boolean(),
  hidden: z.boolean(),
})
export type SheetLine = z.infer<typeof SheetLine>

const written = {
  version: z.int(),
  title: z.string(),
  content: SheetContent,
  by: PersonLink.nullable(),
  at: Instant,
}

export const SheetView = z.object({
  id: Id,
  template: SheetTemplate,
  sections: z.array(SheetSection),
  state: SheetState,
  /** Counts every saving: what a text was written from. */
  edits: z.int(),
  ...written,
  /** Whoever the content names. */
  people: z.array(PersonLink),
  versions: z.array(z.object({ version: z.int(), by: PersonLink.nullable(), at: Instant })),
  discarded: z.boolean(),
  may: z.object({ write: z.boolean(), setState: z.boolean(), discard: z.boolean(), restore: z.boolean() }),
})
export type SheetView = z.infer<typeof SheetView>

const one = z.object({ community: z.string().min(1).max(80) })
const sheet = one.extend({ sheet: Id })

export const sheetOperations = {
  'GET /communities/{community}/sheets': {
    summary: 'The templates, and the sheets of a community that the reader may see',
    scope: 'read',
    params: one,
    reply: z.object({
      community: CommunityLink,
      templates: z.array(SheetTemplate.extend({ mayStart: z.boolean() })),
      /** The charter is a template with a page of its own. */
      charter: z.object({ version: z.int(), at: Instant, reviewOn: Day.nullable() }),
      items: z.array(SheetLine),
    }),
  },
  'POST /communities/{community}/sheets': {
    summary: 'Start a sheet from a template; what the community already says stands in it',
    scope: 'write',
    params: one,
    body: z.object({ template: z.string().min(1).max(40), title: line(200).optional() }),
    reply: Created,
    status: 201,
  },
  'GET /communities/{community}/sheets/{sheet}': {
    summary: 'A sheet with its template and its versions',
    scope: 'read',
    params: sheet,
    reply: SheetView,
  },
  'PUT /communities/{community}/sheets/{sheet}': {
    summary: 'Save a sheet from what it was written from; of two at once the first stands, and both texts are kept',
    scope: 'write',
    params: sheet,
    body: z.object({ base: z.int().min(1), title: line(200), content: SheetContent }),
    reply: z.object({ edits: z.int(), version: z.int(), at: Instant }),
  },
  'PUT /communities/{community}/sheets/{sheet}/state': {
    summary: 'Take a sheet into use, call it done, or take it up again',
    scope: 'write',
    params: sheet,
    body: z.object({ state: SheetState }),
  },
  'PUT /communities/{community}/sheets/{sheet}/discard': {
    summary: 'Set a sheet aside; nothing of it is lost, and nothing of it is due',
    scope: 'write',
    params: sheet,
  },
  'DELETE /communities/{community}/sheets/{sheet}/discard': {
    summary: 'Take out again a sheet that was set aside',
    scope: 'write',
    params: sheet,
  },
  'GET /communities/{community}/sheets/{sheet}/versions/{version}': {
    summary: 'An earlier version of a sheet',
    scope: 'read',
    params: sheet.extend({ version: z.coerce.number().int().min(1).max(100_000) }),
    reply: z.object({ ...written, people: z.array(PersonLink) }),
  },
  'GET /communities/{community}/sheets/{sheet}/markdown': {
    summary: 'A sheet as Markdown, in the language of the reader',
    scope: 'read',
    params: sheet,
    reply: z.object({ name: z.string(), markdown: z.string() }),
  },
} as const satisfies Operations
