import { sql } from 'kysely'
import type { Somebody, World } from '../../../../test/world.ts'

export interface House {
  core: Somebody[]
  edge: Somebody[]
  others: Somebody[]
  manager: Somebody
  run: string
  found: string
  /** Another community found by a later run, with these people as its core. */
  alsoFound(people: readonly Somebody[]): Promise<string>
}

interface Sizes {
  core: number
  edge: number
  others: number
  units: number
  /** Whether its size and units may be told. */
  described?: boolean
}

/** A run that found one community, as if it had been computed: what is asked here is who sees what of it. */
export async function planted(world: World, { core, edge, others, units, described = true }: Sizes): Promise<House> {
  const { db } = world
  const places = await inTurn(units, (n) => world.unit(`Unit ${n + 1}`))
  const people = await inTurn(core + edge + others, (n) =>
    world.person(`Person ${word(n)}`, { unit: places[n % units]! }),
  )
  const manager = await world.person('Risto Manager', { unit: places[0]!, manages: places[0]! })
  const inIt = people.slice(0, core + edge)
  const find = async (members: readonly Somebody[], cores: number) => {
    const run = await saveRun(world)
    return { run, found: await saveFound(world, run, members, { cores, units, described }) }
  }
  const first = await find(inIt, core)
  await sql`insert into own_position (run_id, person_id, position)
    select ${first.run}, id, ${JSON.stringify(positionIn(places))}::jsonb from unnest(${inIt.map(({ id }) => id)}::uuid[]) as id`.execute(
    db,
  )
  return {
    core: inIt.slice(0, core),
    edge: inIt.slice(core),
    others: people.slice(core + edge),
    manager,
    ...first,
    alsoFound: async (members) => (await find(members, members.length)).found,
  }
}

/** Ties into one more unit with five people or more behind, and into another with fewer. */
const positionIn = ([unit, second, third]: string[]) => ({
  unit,
  units: [{ unit: second, people: 7, cutOff: 5 }, ...(third ? [{ unit: third, people: null, cutOff: null }] : [])],
  between: [],
  outside: 0.4,
  alone: null,
  roles: [],
})

async function inTurn<T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let n = 0; n < count; n++) made.push(await make(n))
  return made
}

const word = (n: number) => String.fromCharCode(65 + Math.floor(n / 26), 97 + (n % 26))

async function saveRun({ db }: World): Promise<string> {
  const settings = {
    from: '2025-11-17',
    to: '2026-11-15',
    sources: null,
    form: 'soft',
    level: null,
    seed: 1,
    halfLife: 90,
  }
  const summary = {
    people: 30,
    ties: 200,
    units: 3,
    level: 1,
    workMap: { groups: 3, nmi: 0.8, ari: 0.7 },
    found: 1,
    notDescribed: 0,
    unitsAgain: 0,
    unstable: 0,
    seeds: 5,
    agreement: 1,
    seconds: 1,
    notes: [],
  }
  const { rows } = await sql<{ id: string }>`
    insert into discovery_run (settings, state, summary, at, finished_at)
    values (${JSON.stringify(settings)}::jsonb, 'done', ${JSON.stringify(summary)}::jsonb, clock_timestamp(), clock_timestamp()) returning id`.execute(
    db,
  )
  return rows[0]!.id
}

async function saveFound(
  { db }: World,
  run: string,
  people: readonly Somebody[],
  { cores, units, described }: { cores: number; units: number; described: boolean },
): Promise<string> {
  const evidence = {
    ties: 40,
    byChance: { mean: 10, low: 6, high: 14, rewirings: 20 },
    times: 4,
    gain: 30,
    stability: 1,
    seeds: 5,
    trend: [],
    words: [{ word: 'gait', from: 'artefact' }],
    unitIds: [],
  }
  const { rows } = await sql<{ id: string }>`
    insert into found_community (run_id, number, people, units, evidence, described, words)
    values (${run}, 1, ${people.length}, ${units}, ${JSON.stringify(evidence)}::jsonb, ${described}, '{gait}') returning id`.execute(
    db,
  )
  const { id } = rows[0]!
  await sql`
    insert into found_person (found_id, person_id, part, strength)
    select ${id}, person, case when place <= ${cores} then 'core' else 'edge' end, 1
    from unnest(${people.map((person) => person.id)}::uuid[]) with ordinality as given (person, place)`.execute(db)
  return id
}
