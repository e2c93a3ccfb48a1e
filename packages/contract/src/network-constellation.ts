import { z } from 'zod'
import { CommunityLink, Day, Id, Instant, PersonLink, UnitLink } from './common.ts'
import type { Operations } from './operation.ts'

export const ConstellationUnit = UnitLink.extend({
  /** People in it and below. */
  people: z.int(),
  head: PersonLink.nullable(),
  /** Units inside it. */
  inside: z.int(),
  /** Stands for the people of the unit around, who are in none of the units inside it. */
  itself: z.boolean(),
  /** How many units the brick stands for: where there are too many, neighbours in the order of names stand as one. */
  units: z.int().min(1),
  /** The name of the last of them, where it is several; the first gives the brick its id and name. */
  last: z.string().nullable(),
})

/** A community, or several that share many people and are drawn as one where there is no room for all. */
export const ConstellationBand = CommunityLink.extend({
  /** Members who are in the units shown. */
  people: z.int(),
  /** How many communities it stands for. */
  communities: z.int().min(1),
  /** Where the pieces of the band lie, one for each unit, in points. */
  pieces: z.array(z.object({ unit: z.int(), people: z.int(), top: z.number(), bottom: z.number() })),
})

export const Constellation = z.object({
  at: Day,
  /** The first day that there is something to show for. */
  since: Day,
  within: UnitLink.extend({ people: z.int(), head: PersonLink.nullable() }).nullable(),
  path: z.array(UnitLink),
  units: z.array(ConstellationUnit.extend({ from: z.number(), to: z.number() })),
  /** Units inside in all, and those in the order of names before the first that is shown. */
  unitsInAll: z.int(),
  unitsBefore: z.int(),
  /** Communities as they are, or as the latest computation found them, each then as wide as five people. */
  kind: z.enum(['known', 'found']),
  group: CommunityLink.nullable(),
  /** From top to bottom as they are drawn; those that share many people are neighbours. */
  bands: z.array(ConstellationBand),
  /** People whom two bands share, by their places in `bands`. */
  overlaps: z.array(z.object({ one: z.int(), other: z.int(), people: z.int() })),
  size: z.object({ along: z.number(), across: z.number() }),
  may: z.object({ reorganizations: z.boolean() }),
})
export type Constellation = z.infer<typeof Constellation>

/** Who is in which of some communities together: each person counts in exactly one set. */
export const Overlap = z.object({
  communities: z.array(CommunityLink.extend({ people: z.int() })),
  /** `communities` by their places in the list; the largest sets first. */
  sets: z.array(z.object({ communities: z.array(z.int()), people: z.int() })),
})
export type Overlap = z.infer<typeof Overlap>

/** Ties between units as the latest computation saw them, beside what chance would give. */
export const UnitTies = z.object({
  run: z.object({ id: Id, at: Instant, from: Day, to: Day }).nullable(),
  units: z.array(UnitLink),
  /** Units that the run knows, of which `units` shows those with most ties. */
  unitsInAll: z.int(),
  /** By places in `units`, `one` not after `other`; pairs with fewer than five people on a side are left out. */
  pairs: z.array(
    z.object({ one: z.int(), other: z.int(), observed: z.number(), expected: z.number(), people: z.int() }),
  ),
})
export type UnitTies = z.infer<typeof UnitTies>

/** The people of one community in the units of the chart, laid out as discs with people in them; lengths in points. */
export const PeoplePicture = z.object({
  community: CommunityLink,
  within: UnitLink.nullable(),
  path: z.array(UnitLink),
  units: z.array(
    UnitLink.extend({
      /** Members in it and below. */
      people: z.int(),
      /** Units inside it. */
      inside: z.int(),
      itself: z.boolean(),
      x: z.number(),
      y: z.number(),
      radius: z.number(),
    }),
  ),
  /** One by one, unit after unit; none where there are too many, so that a unit is opened first. */
  people: z.array(
    z.object({
      person: PersonLink,
      unit: z.int(),
      x: z.number(),
      y: z.number(),
      /** The reader. */
      self: z.boolean(),
      /** Other communities that the reader may see them in, by places in `also`. */
      also: z.array(z.int()),
    }),
  ),
  also: z.array(CommunityLink),
  members: z.int(),
  /** Members who are in none of the units shown. */
  elsewhere: z.int(),
  /** With whom of them the reader has ties: from the reader's own traces, for the reader alone. */
  ownTies: z.array(z.object({ person: z.int(), strength: z.enum(['strong', 'some', 'weak']) })),
  /** Ties between whole units in the latest computation, whoever is in the community. */
  bundles: z.array(
    z.object({ one: z.int(), other: z.int(), observed: z.number(), expected: z.number(), people: z.int() }),
  ),
  run: z.object({ from: Day, to: Day }).nullable(),
  size: z.object({ width: z.number(), height: z.number(), mark: z.number() }),
})
export type PeoplePicture = z.infer<typeof PeoplePicture>

export const constellationOperations = {
  'GET /constellation': {
    summary: 'The chart and the communities that run through it, laid out as one picture',
    scope: 'read',
    query: z.object({
      within: Id.optional(),
      /** Today when left out. Of past days it shows those members of today who had joined by then. */
      at: Day.optional(),
      /** One of the bands that stand for several communities, by the id of its first. */
      group: Id.optional(),
      /** How many groups were opened to come there, one inside the other. */
      deep: z.coerce.number().int().min(1).max(12).default(1),
      /** Communities that the latest computation found, instead of those that are. */
      found: z.stringbool().optional(),
      /** How many units to pass over in the order of names, and how many to show: what one brick stands for. */
      skip: z.coerce.number().int().min(0).max(100_000).default(0),
      take: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    reply: Constellation,
  },
  'GET /constellation/overlap': {
    summary: 'How many people are in exactly which of some communities, at most twelve',
    scope: 'read',
    query: z.object({
      within: Id.optional(),
      /** Ids with commas between; the largest communities when left out. */
      communities: z
        .string()
        .max(500)
        .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,11}$/)
        .optional(),
    }),
    reply: Overlap,
  },
  'GET /constellation/communities/{community}': {
    summary: 'The people of a community in the units of the chart, for whoever may see its members by name',
    scope: 'read',
    params: z.object({ community: z.string().min(1).max(80) }),
    query: z.object({
      within: Id.optional(),
      /** How wide the picture may be, in points. */
      width: z.coerce.number().int().min(280).max(2400).default(1000),
    }),
    reply: PeoplePicture,
  },
  'GET /constellation/ties': {
    summary: 'Ties between units, observed and expected, in the latest computation',
    scope: 'read',
    reply: UnitTies,
  },
} as const satisfies Operations
