import { type ReorganizationLine, reorganizationOperations } from '@mortar/contract/network-reorganization'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor, plannedImports } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import { type Actor, endpoints } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import { overviewFor } from '../discovery/access.ts'
import { namesOf } from '../discovery/queries/found.ts'
import { latestDone } from '../discovery/queries/runs.ts'
import { refuse } from '../refusals.ts'
import { askReorganization } from './actions.ts'
import { findReorganization, latestReorganizations } from './queries.ts'
import type { Reorganization, StoredOutcome } from './reorganization.ts'

export const reorganizationEndpoints = endpoints(reorganizationOperations, {
  async 'GET /reorganizations'({ db, actor }) {
    await overviewFor(db, actor)
    const [rows, imports, run] = await Promise.all([
      latestReorganizations(db),
      actor.office ? plannedImports(db) : [],
      latestDone(db),
    ])
    return {
      items: await presentLines(db, actor, rows),
      imports: imports.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
      level: run?.summary?.level ?? 1,
      may: { start: actor.office },
    }
  },

  'POST /reorganizations': ({ db, actor, body }) => askReorganization(db, actor, body),

  async 'GET /reorganizations/{reorganization}'({ db, actor, params }) {
    await overviewFor(db, actor)
    const found = await findReorganization(db, params.reorganization)
    // A plan that is not carried out is the office's.
    if (!found || (found.settings.import && !actor.office)) throw refuse.notFound('reorganizationNotFound')
    const [line] = await presentLines(db, actor, [found])
    return { ...line!, outcome: found.outcome && (await presentOutcome(db, actor, found.outcome)) }
  },
})

async function presentLines(db: Reader, actor: Actor, rows: readonly Reorganization[]): Promise<ReorganizationLine[]> {
  const seen = rows.filter(({ settings }) => actor.office || !settings.import)
  const person = await peopleFor(
    db,
    seen.map(({ byId }) => byId),
  )
  return seen.map(({ id, at, byId, settings: { planned, ...settings }, state, failure }) => ({
    id,
    at: at.toISOString(),
    by: person(byId),
    settings,
    planned,
    state,
    failure: failure && sentence(actor.language, failure.key, failure.params),
  }))
}

async function presentOutcome(db: Reader, actor: Actor, outcome: StoredOutcome) {
  const [seen, found] = await Promise.all([
    communitiesFor(
      db,
      actor,
      outcome.communities.map(({ id }) => id),
    ),
    namesOf(
      db,
      outcome.found.map(({ id }) => id),
    ),
  ])
  const communityOf = new Map(seen.map(({ community }) => [community.id, linkTo(community)]))
  const foundOf = new Map(found.filter(({ described }) => described).map((row) => [row.id, row]))
  return {
    ...outcome,
    communities: outcome.communities.flatMap(({ id, ...fate }) => {
      const community = communityOf.get(id)
      return community ? [{ community, ...fate }] : []
    }),
    found: outcome.found.flatMap(({ id, ...fate }) => {
      const row = foundOf.get(id)
      // Its size is the one that was published; so are its units, unless five people or more change theirs.
      const unitsBefore = fate.fate === 'few' ? row?.units : fate.unitsBefore
      return row
        ? [{ id, number: row.number, words: row.words, ...fate, people: row.people, unitsBefore: unitsBefore! }]
        : []
    }),
  }
}
