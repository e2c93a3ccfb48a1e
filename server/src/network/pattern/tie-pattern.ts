import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import { about, apart, enough, mayDiffer } from '#platform/few.ts'
import { windowOf } from '../discovery/discovery.ts'
import { placesOn, unitsOn } from '../discovery/queries/reading.ts'
import { usualSettings } from '../discovery/work.ts'
import { holdAll, withdrawnSince } from '../sources/queries/found.ts'
import { consentedTies } from '../ties/consented.ts'
import { type Pattern, patternOf, type Units } from './pattern.ts'
import { type Kept, keptPatterns, removeFromPattern, savePattern } from './queries.ts'

export interface TiePattern extends Pattern {
  readonly at: Date
  /** About how many people stand behind it. */
  readonly people: number
}

const day = 86_400_000
const stays = 28 * day

/**
 * The pattern of ties between groups of units, from the ties of people who may be computed with. Among those of four weeks
 * no two differ by fewer than five people: where they would, the earlier one is told again. Nothing without enough people.
 */
export async function tiePattern(db: Database, now = new Date()): Promise<TiePattern | undefined> {
  const began = new Date()
  const { people, graph } = await consentedTies(db, { window: windowOf(usualSettings(now)) })
  const tied = people.filter((_, person) => graph.offsets[person + 1]! > graph.offsets[person]!)
  return inTransaction(db, async (tx) => {
    // Whoever withdraws just now waits, and is then taken out of what is kept here.
    await holdAll(tx, 'share')
    const since = new Date(now.getTime() - stays)
    const near = (await keptPatterns(tx, since)).find((kept) => isNear(kept, tied))
    if (near) return shown(near)
    if (!enough(tied.length)) return undefined
    const { unitOf, units } = await chartFor(tx, people, now)
    const made = await savePattern(tx, patternOf(graph, unitOf, units), tied, since)
    for (const person of await withdrawnSince(tx, began)) await removeFromPattern(tx, person)
    return shown(made)
  })
}

async function chartFor(
  tx: Reader,
  people: readonly string[],
  now: Date,
): Promise<{ unitOf: Int32Array; units: Units }> {
  const today = now.toISOString().slice(0, 10)
  const [rows, places] = await Promise.all([unitsOn(tx, today), placesOn(tx, today)])
  const numberOf = new Map(rows.map(({ id }, at) => [id, at]))
  const placeOf = new Map(places.map(({ personId, unitId }) => [personId, numberOf.get(unitId) ?? -1]))
  return {
    unitOf: Int32Array.from(people, (id) => placeOf.get(id) ?? -1),
    units: {
      ids: rows.map(({ id }) => id),
      parents: Int32Array.from(rows, ({ parentId }) => (parentId ? (numberOf.get(parentId) ?? -1) : -1)),
    },
  }
}

/** Whether fewer than five people have come or gone since. */
const isNear = ({ people, gone }: Kept, now: readonly string[]): boolean => {
  const changed = apart(new Set(people), new Set(now)) + gone
  return changed === 0 || !mayDiffer(changed)
}

const shown = ({ pattern, at, people, gone }: Kept): TiePattern => ({
  ...pattern,
  at,
  people: about(people.length + gone),
})

/** About how many people's ties are known by now, as it was last told; null where nothing was. */
export async function tiedPeople(db: Reader): Promise<number | null> {
  const [kept] = await keptPatterns(db, new Date(Date.now() - stays))
  return kept ? shown(kept).people : null
}
