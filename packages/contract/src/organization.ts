import { z } from 'zod'
import { Day, Id, line, optionalMarkdown, pageOf, PageQuery, PersonLink, Rendered, UnitLink } from './common.ts'
import type { Operations } from './operation.ts'
import { shownOfPerson } from './shown.ts'

export * from './organization-import.ts'

export const UnitLine = UnitLink.extend({
  /** People in it and in the units below. */
  people: z.int(),
  /** Units directly inside. */
  inside: z.int(),
  /** The way down to it, from the top; without itself. */
  path: z.array(UnitLink),
})
export type UnitLine = z.infer<typeof UnitLine>

export const UnitView = UnitLine.extend({
  key: z.string().nullable(),
  /** People in the unit itself. */
  here: z.int(),
  managers: z.array(PersonLink.extend({ derived: z.boolean() })),
  delegates: z.array(PersonLink),
  openedOn: Day.nullable(),
  closedOn: Day.nullable(),
  /** What it was called and where it hung before, the newest first. */
  history: z.array(z.object({ name: z.string(), parent: UnitLink.nullable(), from: Day, to: Day.nullable() })),
  may: z.object({ nameDelegates: z.boolean() }),
})
export type UnitView = z.infer<typeof UnitView>

/** What a person may choose to show beyond name, title and unit. */
export const Shown = z.enum(shownOfPerson)
export type Shown = z.infer<typeof Shown>

export const PersonView = PersonLink.extend({
  units: z.array(UnitLink),
  /** Nothing where they do not show it, or have none. */
  manager: PersonLink.nullable(),
  occupation: z.string().nullable(),
  email: z.string().nullable(),
  does: Rendered.nullable(),
  /** What colleagues may ask them about. */
  experience: z.array(z.string()).nullable(),
  acceptsQuestions: z.boolean(),
  history: z
    .array(
      z.object({
        title: z.string().nullable(),
        unit: UnitLink.nullable(),
        from: Day,
        to: Day.nullable(),
      }),
    )
    .nullable(),
  /** What other rooms may show of them. */
  shows: z.array(Shown),
  may: z.object({ edit: z.boolean() }),
})
export type PersonView = z.infer<typeof PersonView>

export const EditPerson = z.object({
  does: optionalMarkdown(4000),
  experience: z.array(line(80)).max(30),
  acceptsQuestions: z.boolean(),
  shows: z.array(Shown).max(Shown.options.length),
})
export type EditPerson = z.infer<typeof EditPerson>

export const OrganizationView = z.object({
  name: z.string(),
  people: z.int(),
  units: z.int(),
  /** People who work here now and are in no unit. */
  withoutUnit: z.int(),
  may: z.object({ import: z.boolean() }),
})
export type OrganizationView = z.infer<typeof OrganizationView>

const unit = z.object({ unit: Id })
const person = z.object({ person: Id })
const Words = z.string().trim().max(200)

export const organizationOperations = {
  'GET /organization': { summary: 'The organization in numbers', scope: 'read', reply: OrganizationView },
  'GET /units': {
    summary: 'The units inside a unit, or at the top; with words, those whose name fits, typos forgiven',
    scope: 'read',
    query: z.object({ parent: Id.optional(), words: Words.optional() }),
    reply: z.object({ items: z.array(UnitLine) }),
  },
  'GET /units/{unit}': { summary: 'A unit', scope: 'read', params: unit, reply: UnitView },
  'GET /units/{unit}/people': {
    summary: 'The people of a unit, by name',
    scope: 'read',
    params: unit,
    query: PageQuery.extend({ words: Words.optional() }),
    reply: pageOf(PersonLink),
  },
  'PUT /units/{unit}/delegates/{person}': {
    summary: 'Let somebody record decisions for the unit',
    scope: 'write',
    params: z.object({ unit: Id, person: Id }),
  },
  'DELETE /units/{unit}/delegates/{person}': {
    summary: 'Take that back',
    scope: 'write',
    params: z.object({ unit: Id, person: Id }),
  },
  'GET /people': {
    summary: 'People whose name fits, typos forgiven; without words all of them, by name',
    scope: 'read',
    query: PageQuery.extend({
      words: Words.optional(),
      occupation: Id.optional(),
      /** Only people who are in no unit. */
      withoutUnit: z.stringbool().optional(),
    }),
    reply: pageOf(PersonLink),
  },
  'GET /people/{person}': {
    summary: 'A person, as they wish to be seen',
    scope: 'read',
    params: person,
    reply: PersonView,
  },
  'PUT /people/{person}': {
    summary: 'Say what you do, and choose what is shown of you',
    scope: 'write',
    params: person,
    body: EditPerson,
  },
  'PUT /people/{person}/photo': {
    summary: 'Show a photo of yourself: a picture that you uploaded, of at most 1 MB',
    scope: 'write',
    params: person,
    body: z.object({ file: Id }),
  },
  'DELETE /people/{person}/photo': {
    summary: 'Take your photo away; nothing of it is kept',
    scope: 'write',
    params: person,
  },
  'GET /occupations': {
    summary: 'What people are by craft',
    scope: 'read',
    query: z.object({ words: Words.optional() }),
    reply: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
  },
} as const satisfies Operations
