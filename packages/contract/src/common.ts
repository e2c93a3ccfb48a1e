import { z } from 'zod'

export const Id = z.uuid()

/** A point in time, in UTC. */
export const Instant = z.iso.datetime()

/** A calendar day of the organization. */
export const Day = z.iso.date()

/** One line of text that a person typed. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n\0]*$/)

/** Text of several paragraphs, in Markdown. */
export const markdown = (max = 40_000) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\0]*$/)

/** Text that may also be left empty. */
export const optionalMarkdown = (max = 40_000) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0]*$/)
    .default('')

/** Markdown as written, and as the server renders and sanitizes it. */
export const Rendered = z.object({ markdown: z.string(), html: z.string() })
export type Rendered = z.infer<typeof Rendered>

export const PersonLink = z.object({
  id: Id,
  name: z.string(),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  /** The file of a photo, where they want to be seen. */
  photo: Id.nullable(),
  /** Left the organization; their words stay. */
  gone: z.boolean(),
})
export type PersonLink = z.infer<typeof PersonLink>

/** Somebody where only the name is shown, as in a line of news. */
export const PersonName = PersonLink.pick({ id: true, name: true })
export type PersonName = z.infer<typeof PersonName>

export const UnitLink = z.object({ id: Id, name: z.string() })
export type UnitLink = z.infer<typeof UnitLink>

export const CommunityLink = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  short: z.string(),
  colour: z.int().min(1).max(8),
})
export type CommunityLink = z.infer<typeof CommunityLink>

/** One page of a list; `next` is handed back as `after`. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

export const PageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const Created = z.object({ id: Id })

/** An error as RFC 9457 writes it, with the sentence in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** What stands now, when a write met something newer: the resource as its own GET shows it. */
  current: z.unknown().optional(),
})
export type Problem = z.infer<typeof Problem>
