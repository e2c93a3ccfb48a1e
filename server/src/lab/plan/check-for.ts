import type { Plan } from '@mortar/contract/lab'
import { faultsIn as faultsOf, type Model, type Organization } from '@mortar/simulation'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { type FieldProblem, Refusal } from '#platform/refusal.ts'
import { sentence } from '#platform/words.ts'
import { carriedOver } from '../organization/interventions.ts'
import { communitiesToday, occupationsToday, unitsToday } from '../organization/queries.ts'
import { refuse } from '../refusals.ts'
import { checkPlan, modelOf } from './check.ts'

/** The same as `checkPlan`, and what is asked of the organization itself must be there. */
export async function checkPlanFor(
  db: Reader,
  actor: Actor,
  { model: name, plan }: { model: string; plan: Plan },
): Promise<Model> {
  const model = modelOf(name)
  if (plan.interventions && model.name !== 'your-organization') throw refuse.invalid('interventionsElsewhere')
  checkPlan(model, plan, actor.language)
  if (!plan.interventions) return model
  const faults = await faultsInAsked(db, plan.interventions, actor.language)
  if (faults.length > 0) throw new Refusal('invalid', 'lab:planWrong', { count: faults.length }, faults)
  return model
}

type Asked = NonNullable<Plan['interventions']>

async function faultsInAsked(db: Reader, asked: Asked, language: string): Promise<FieldProblem[]> {
  const [units, communities, crafts] = await Promise.all([unitsToday(db), communitiesToday(db), occupationsToday(db)])
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const places = { units: ids(units), communities: ids(communities), crafts: ids(crafts) }
  const say = (at: number, field: string, key: string, params = {}) => ({
    path: `body.plan.interventions.${at}.${field}`,
    message: sentence(language, `lab:${key}`, params),
  })
  const unknown = asked.flatMap((each, at) =>
    carriedOver([each], places) ? [] : [say(at, fieldOf(each), 'placeUnknown')],
  )
  if (unknown.length > 0) return unknown
  const people = units.reduce((sum, each) => sum + each.people, 0)
  const standing: Organization = {
    parent: Int32Array.from(units, ({ parentId }) => places.units.indexOf(parentId ?? '')),
    unit: new Int32Array(people),
    members: { person: new Int32Array(1), community: Int32Array.of(communities.length - 1) },
  }
  return faultsOf(carriedOver(asked, places)!, standing, Math.max(crafts.length, 1)).map(({ path: [at, field] }) =>
    say(at, field, whyNot[asked[at]!.kind] ?? 'placeUnknown', { people }),
  )
}

const whyNot: Partial<Record<Asked[number]['kind'], string>> = {
  removeSpanner: 'spannersFew',
  mergeUnits: 'unitIntoItself',
  moveUnit: 'unitIntoItself',
  openCommunity: 'communityLarger',
}

function fieldOf(asked: Asked[number]): string {
  if (asked.kind === 'mergeUnits' || asked.kind === 'moveUnit') return 'unit'
  return asked.kind === 'openCommunity' ? 'occupation' : 'community'
}
