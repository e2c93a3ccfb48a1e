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
  /** Units inside in all, of which `units` shows some. */
  unitsInAll: z.int(),
  /** Communities as they are, or as the latest computation found them, each then as wide as five people. */
  kind: z.enum(['known', 'found']),
  group: CommunityLink.nullable(),
  /** From top to bottom as they are drawn; those that share many people are neighbours. */
  bands: z.array(ConstellationBand),
  /** People whom two bands share, by their places in `bands`. */
  overlaps: z.array(z.object({ one: z.int(), other: z.int(), people: z.int() })),
  size: z.object({ along: z.number(), across: z.number() }),
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
      /** Communities that the latest computation found, instead of those that are. */
      found: z.stringbool().optional(),
      /** How many units to pass over, where there are too many for one picture. */
      skip: z.coerce.number().int().min(0).max(100_000).default(0),
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
  'GET /constellation/ties': {
    summary: 'Ties between units, observed and expected, in the latest computation',
    scope: 'read',
    reply: UnitTies,
  },
} as const satisfies Operations
