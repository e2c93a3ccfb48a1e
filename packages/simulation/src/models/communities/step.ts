import { askOthers } from './ask.ts'
import { handUp } from './delegate.ts'
import { arrive, type CommunitiesState, counted, KINDS, learnByDoing, STRANGER, tally, WINDOW } from './state.ts'

/** One period: newcomers, then in random order everybody meets a problem, and it is solved or not. */
export function stepCommunities(state: CommunitiesState): void {
  const { settings, capacity, decisions, order, domainOf, ordering } = state
  turnOver(state)
  drawProblems(state)
  capacity.fill(settings.capacity)
  decisions.fill(settings.managerDecisions)
  state.topDecisions = settings.topDecisions
  const row = (state.period % WINDOW) * KINDS
  state.counts.fill(0, row, row + KINDS)
  ordering.shuffle(order)
  for (const person of order) if (domainOf[person]! >= 0) meet(state, person)
  fade(state)
  state.period++
}

function turnOver(state: CommunitiesState): void {
  const { settings, newcomers, holder, ties, trust, perceived } = state
  const { turnover, people, domains } = settings
  if (turnover === 0) return
  for (let person = 0; person < people; person++) {
    if (!newcomers.chance(turnover)) continue
    arrive(state, person)
    holder[person]!++
    ties.clear(person)
    for (let row = person * domains; row < (person + 1) * domains; row++) {
      trust.clear(row)
      perceived[row] = STRANGER
    }
  }
}

/** Which problem everybody meets: a domain, -1 for none, and a difficulty. The same draws whatever happens then. */
function drawProblems({ settings, problems, home, domainOf, difficultyOf }: CommunitiesState): void {
  const { people, domains, arrival, specialization } = settings
  for (let person = 0; person < people; person++) {
    const comes = problems.chance(arrival)
    const own = problems.chance(specialization)
    const any = problems.below(domains)
    difficultyOf[person] = problems.unit()
    domainOf[person] = comes ? (own ? home[person]! : any) : -1
  }
}

function meet(state: CommunitiesState, person: number): void {
  const { settings, competence, domainOf, difficultyOf, triedFor } = state
  const domain = domainOf[person]!
  const difficulty = difficultyOf[person]!
  tally(state, counted.problems)
  if (competence[person * settings.domains + domain]! >= difficulty) {
    learnByDoing(state, person, domain)
    tally(state, counted.solved)
    tally(state, counted.alone)
    return
  }
  triedFor[person] = ++state.problem
  const { structure } = settings
  const asks = structure === 'community' || structure === 'mixed'
  const handsUp = structure === 'hierarchy' || structure === 'mixed'
  if ((asks && askOthers(state, person, domain, difficulty)) || (handsUp && handUp(state, person, domain, difficulty)))
    tally(state, counted.solved)
}

function fade({ settings: { tieDecay, people }, ties }: CommunitiesState): void {
  if (tieDecay === 0) return
  for (let person = 0; person < people; person++) {
    const from = ties.start[person]!
    for (let place = from; place < from + ties.length[person]!; place++) ties.value[place]! *= 1 - tieDecay
  }
}
