import { askOthers } from './ask.ts'
import { handUp } from './delegate.ts'
import { intervene, rotateSome } from './interventions/intervene.ts'
import { forgetPractice, sowPractice } from './practice.ts'
import { counted, learnByDoing, meanCompetence, type OrganizationState, purposes, tally } from './state.ts'

/** One period. After the warm-up the practice is sown and what was asked for is done to the organization. */
export function stepOrganization(state: OrganizationState): void {
  const { settings, order, ordering, domainOf } = state
  if (state.period === settings.warmUp) {
    sowPractice(state, purposes.practice)
    intervene(state)
    state.competenceBefore = meanCompetence(state)
  }
  rotateSome(state)
  drawProblems(state)
  giveTime(state)
  ordering.shuffle(order)
  for (const person of order) if (domainOf[person]! >= 0) meet(state, person)
  forgetPractice(state)
  state.period++
}

/** Time for communities is taken from the time in which problems of one's own work come. */
function drawProblems(state: OrganizationState): void {
  const { settings, problems, people, domains, home, domainOf, difficultyOf, luckOf, gone, rules } = state
  const arrival = settings.arrival * (1 - rules.communityTime)
  for (let person = 0; person < people; person++) {
    const comes = problems.chance(arrival)
    const own = problems.chance(settings.specialization)
    const any = problems.below(domains)
    difficultyOf[person] = problems.unit()
    luckOf[person] = problems.bits()
    domainOf[person] = comes && !gone[person] ? (own ? home[person]! : any) : -1
  }
}

function giveTime({ settings, line, rules, capacity, credit, decisions, people }: OrganizationState): void {
  const answers = rules.communityTime * settings.answersInAPeriod
  const most = Math.max(1, 2 * answers)
  for (let person = 0; person < people; person++) credit[person] = Math.min(most, credit[person]! + answers)
  capacity.fill(settings.capacity)
  for (let unit = 0; unit < decisions.length; unit++)
    decisions[unit] = line.own[unit] === line.to[unit] ? settings.decisions : settings.decisionsAbove
}

function meet(state: OrganizationState, person: number): void {
  const { settings, domains, competence, domainOf, difficultyOf, triedFor, luck, luckOf, rules } = state
  const domain = domainOf[person]!
  const difficulty = difficultyOf[person]!
  tally(state, counted.problems)
  if (competence[person * domains + domain]! >= difficulty) {
    learnByDoing(state, person, domain)
    tally(state, counted.solved)
    tally(state, counted.alone)
    return
  }
  triedFor[person] = ++state.problem
  state.steps = 0
  luck.of(luckOf[person]!)
  const solved =
    (!rules.throughTheLine && askOthers(state, person, domain, difficulty)) || handUp(state, person, domain, difficulty)
  const inTime = solved && state.steps <= settings.patience
  if (inTime) tally(state, counted.solved)
  tally(state, counted.steps, inTime ? state.steps : settings.patience)
}
