import type { Measure } from '../../model.ts'
import { FEWEST, LEVELS } from './given/line.ts'
import { affinity, counted, meanCompetence, type OrganizationState } from './state.ts'

type Told = Measure & { of(state: OrganizationState): number }
const STRONG = 0.5

const share = (name: string, meaning: string, better: Measure['better'], of: Told['of']): Told => ({
  name,
  meaning,
  unit: 'share',
  better,
  of,
})

const over =
  (what: number, of: number) =>
  ({ counts }: OrganizationState) =>
    counts[what]! / counts[of]!
const inquiries = ({ counts }: OrganizationState) => counts[counted.problems]! - counts[counted.alone]!

/** Roles as they are at present: who leads, who is in a community and leads nobody, and everybody else. */
export const roles = ['managers', 'members', 'others'] as const

export const organizationMeasures: readonly Told[] = [
  share('solved', 'the share of problems that were solved in time', 'higher', over(counted.solved, counted.problems)),
  share('solvedAlone', 'the share that needed nobody else', 'higher', over(counted.alone, counted.problems)),
  {
    name: 'answerTime',
    meaning:
      'steps to an answer, of problems that needed somebody else; unanswered ones count as the patience there is',
    unit: 'steps',
    better: 'lower',
    of: (state) => state.counts[counted.steps]! / inquiries(state),
  },
  {
    name: 'asked',
    meaning: 'requests for an inquiry',
    unit: 'requests',
    better: 'neither',
    of: (state) => state.counts[counted.asked]! / inquiries(state),
  },
  {
    name: 'delegated',
    meaning: 'times that an inquiry was handed on in the line',
    unit: 'times',
    better: 'neither',
    of: (state) => state.counts[counted.delegated]! / inquiries(state),
  },
  share('competence', 'the mean competence of everybody in everything at the end', 'higher', meanCompetence),
  share('competenceBuilt', 'how much of it was built after the warm-up', 'higher', (state) => {
    return meanCompetence(state) - state.competenceBefore
  }),
  share('reach', 'the share of people whom the new practice reached', 'higher', (state) => {
    return state.everPractised.reduce((sum, each) => sum + each, 0) / state.people
  }),
  share('unitsReached', 'the share of units that it reached somebody of', 'higher', (state) => {
    const { unitOf } = state.line
    const units = new Set(unitOf)
    return new Set(unitOf.filter((_, person) => state.everPractised[person])).size / units.size
  }),
  share('strongTiesAcross', 'the share of strong ties that cross units', 'neither', acrossOf),
  {
    name: 'load',
    meaning: 'answers, tasks and decisions for others, for a person and period',
    unit: 'times',
    better: 'lower',
    of: (state) => loadOf(state, () => true),
  },
  ...Array.from({ length: LEVELS }, (_, at) => ({
    name: `loadLevel${at + 1}`,
    meaning: `the same on level ${at + 1} of the line, 1 at the top; levels of fewer than ${FEWEST} count with the next`,
    unit: 'times',
    better: 'lower' as const,
    of: (state: OrganizationState) => loadOf(state, (person) => state.level[person] === at + 1),
  })),
  ...roles.map((role) => ({
    name: `load${role[0]!.toUpperCase()}${role.slice(1)}`,
    meaning: `the same of ${role === 'managers' ? 'those who lead' : role === 'members' ? 'members of communities who do not lead' : 'everybody else'}`,
    unit: 'times',
    better: 'lower' as const,
    of: (state: OrganizationState) => loadOf(state, inRole(state, role)),
  })),
]

/** A mean over a group, for each period after the warm-up; NaN for fewer than five people. */
function loadOf(
  { load, gone, people, period, settings }: OrganizationState,
  isIn: (person: number) => boolean,
): number {
  let [sum, count] = [0, 0]
  for (let person = 0; person < people; person++) {
    if (gone[person] || !isIn(person)) continue
    sum += load[person]!
    count++
  }
  return count < FEWEST ? NaN : sum / count / Math.max(1, period - settings.warmUp)
}

function inRole({ given }: OrganizationState, role: (typeof roles)[number]): (person: number) => boolean {
  const leads = new Set(given.manager)
  const inCommunity = new Set(given.members.person)
  if (role === 'managers') return (person) => leads.has(person)
  return (person) => !leads.has(person) && inCommunity.has(person) === (role === 'members')
}

function acrossOf(state: OrganizationState): number {
  const { ties, line, people } = state
  let [all, across] = [0, 0]
  for (let person = 0; person < people; person++)
    for (let place = ties.start[person]!; place < ties.start[person]! + ties.length[person]!; place++) {
      const other = ties.who[place]!
      if (affinity(state, person, other) <= STRONG) continue
      all++
      if (line.unitOf[person] !== line.unitOf[other]) across++
    }
  return all === 0 ? 0 : across / all
}
