import type { Reply } from '@mortar/contract'
import type { labOrganizationOperations } from '@mortar/contract/lab-organization'
import { assumptions } from '@mortar/simulation'
import { tiedPeople } from '#network/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { sentence } from '#platform/words.ts'
import { fewestPeople } from './organization.ts'
import { communitiesToday, occupationsToday, type UnitRow, unitsToday } from './queries.ts'

type Shown = Reply<(typeof labOrganizationOperations)['GET /lab/organization']>

export async function presentOrganization(db: Reader, actor: Actor): Promise<Shown> {
  const [units, communities, occupations, tied] = await Promise.all([
    unitsToday(db),
    communitiesToday(db),
    occupationsToday(db),
    tiedPeople(db),
  ])
  const people = units.reduce((sum, each) => sum + each.people, 0)
  return {
    people,
    units: inChart(units),
    communities,
    occupations,
    tied,
    assumptions: assumptions.map(({ key, settings }) => ({ key, settings: [...settings] })),
    refused: people < fewestPeople ? sentence(actor.language, 'lab:organizationFew') : null,
  }
}

/** Each unit after the one above it; people of a unit are those in it and below. */
function inChart(units: readonly UnitRow[]): Shown['units'] {
  const known = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))
  const all: Shown['units'] = []
  const open = (parent: string | null, depth: number): number => {
    let sum = 0
    for (const { id, name, people } of below.get(parent) ?? []) {
      const line = { id, name, parent, depth, people }
      all.push(line)
      line.people += open(id, depth + 1)
      sum += line.people
    }
    return sum
  }
  open(null, 0)
  return all
}
