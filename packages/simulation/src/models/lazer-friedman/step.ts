import type { LazerFriedmanState } from './state.ts'

/** One round, all at once: copy the best neighbour if better, else try a change of one bit and keep it if better. */
export function stepLazerFriedman(state: LazerFriedmanState): void {
  const { settings, solutions, worth, nextSolutions, nextWorth, search } = state
  let changed = false
  for (let person = 0; person < solutions.length; person++) {
    const looks = settings.velocity >= 1 || search.chance(settings.velocity)
    const model = looks ? bestNeighbour(state, person) : -1
    const [solution, value] = model >= 0 ? copied(state, person, model) : tried(state, person)
    const better = value > worth[person]!
    nextSolutions[person] = better ? solution : solutions[person]!
    nextWorth[person] = better ? value : worth[person]!
    changed ||= better
  }
  solutions.set(nextSolutions)
  worth.set(nextWorth)
  state.period++
  state.quiet = changed ? 0 : state.quiet + 1
}

/** The neighbour who knows the best solution, if it is better than one's own; else -1. */
function bestNeighbour({ network: { offsets, neighbours }, worth }: LazerFriedmanState, person: number): number {
  let best = -1
  let most = worth[person]!
  for (let tie = offsets[person]!; tie < offsets[person + 1]!; tie++) {
    const other = neighbours[tie]!
    if (worth[other]! > most) {
      most = worth[other]!
      best = other
    }
  }
  return best
}

function copied(
  { solutions, worth, copyError, search, landscape, settings }: LazerFriedmanState,
  person: number,
  model: number,
) {
  if (copyError === 0) return [solutions[model]!, worth[model]!] as const
  const kept = search.among((1 << settings.bits) - 1, copyError)
  const solution = (solutions[person]! & kept) | (solutions[model]! & ~kept)
  return [solution, landscape.of(solution)] as const
}

function tried({ solutions, search, landscape, settings }: LazerFriedmanState, person: number) {
  const solution = solutions[person]! ^ (1 << search.below(settings.bits))
  return [solution, landscape.of(solution)] as const
}

/** After many quiet rounds: whether nobody has a better neighbour and no single bit makes anybody's solution better. */
export function isSettled(state: LazerFriedmanState): boolean {
  const { settings, solutions, worth, landscape } = state
  if (state.quiet < settings.bits || state.quiet % settings.bits !== 0) return false
  const known = new Set<number>()
  for (let person = 0; person < solutions.length; person++) {
    if (bestNeighbour(state, person) >= 0) return false
    const solution = solutions[person]!
    if (known.has(solution)) continue
    known.add(solution)
    for (let bit = 0; bit < settings.bits; bit++) if (landscape.of(solution ^ (1 << bit)) > worth[person]!) return false
  }
  return true
}
