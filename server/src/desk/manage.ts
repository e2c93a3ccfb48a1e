import type { ManageView } from '@mortar/contract/desk'
import { givenBy } from '#measurement/index.ts'
import { unitsOf } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practicesOfUnit } from '#practice/index.ts'
import { escalationsPutTo, imperativesCarriedBy, presentEscalations } from '#sensing/index.ts'

/** More units than this nobody answers for at first hand; those above the line are looked at on their own pages. */
const mostUnits = 12

/** What is asked of who answers for units. Nothing here is about anybody in them. */
export async function manageFor(db: Reader, actor: Actor): Promise<ManageView> {
  const [put, all, carried, given] = await Promise.all([
    escalationsPutTo(db, actor.id),
    unitsOf(db, actor.id),
    imperativesCarriedBy(db, actor),
    givenBy(db, actor),
  ])
  const units = all.filter(({ role }) => role !== 'works').slice(0, mostUnits)
  const [lines, practices] = await Promise.all([
    presentEscalations(db, put),
    Promise.all(units.map(({ id }) => practicesOfUnit(db, actor, id))),
  ])
  const isPromised = ({ state, answer }: (typeof lines)[number]) => state === 'decided' && answer === 'yes'
  const waits = ({ state, answer }: (typeof lines)[number]) => state !== 'decided' || answer === 'later'
  return {
    asked: lines.filter(waits),
    promised: lines.filter(isPromised),
    units: practices.map(({ unit, asked, decisions, runs }) => ({
      id: unit.id,
      name: unit.name,
      proposed: asked,
      adopted: decisions.filter(({ state }) => state === 'adopted').length,
      trying: decisions.filter(({ state }) => state === 'trying').length,
      openRuns: runs.filter(({ endedAt }) => endedAt === null).length,
    })),
    carries: carried.map(({ id, title, services }) => ({ id, title, services: services.length })),
    given,
  }
}
