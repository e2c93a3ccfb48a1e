import { bitCount, countUp, lanesWithMore } from '../parts/lanes.ts'
import { believeAnew, type FangState } from './state.ts'

/** One period, all at once: every belief follows the majority of better contacts with the probability of learning. */
export function stepFang(state: FangState): void {
  turn(state)
  payAll(state)
  state.nextPlus.set(state.plus)
  state.nextMinus.set(state.minus)
  state.open = false
  for (let person = 0; person < state.payoff.length; person++) learnFromBetter(state, person)
  state.plus.set(state.nextPlus)
  state.minus.set(state.nextMinus)
  state.period++
}

function turn(state: FangState): void {
  const { turnover, turbulence, block } = state.settings
  if (turnover > 0)
    for (let person = 0; person < state.payoff.length; person++)
      if (state.newcomers.chance(turnover)) believeAnew(state, person)
  if (turbulence === 0) return
  for (let word = 0; word < state.words; word++)
    for (let lane = 0; lane < 32 - (32 % block); lane++)
      if ((state.lanes[word]! >>> lane) & 1 && state.world.chance(turbulence)) state.reality[word]! ^= 1 << lane
}

/** Block times the number of blocks in which everything is right. */
export function payAll(state: FangState): void {
  const { plus, minus, reality, payoff, words, blockStarts, settings } = state
  for (let person = 0; person < payoff.length; person++) {
    let whole = 0
    for (let word = 0; word < words; word++) {
      const at = person * words + word
      const right = (plus[at]! & reality[word]!) | (minus[at]! & ~reality[word]!)
      let complete = right & blockStarts[word]!
      for (let place = 1; place < settings.block; place++) complete &= right >>> place
      whole += bitCount(complete)
    }
    payoff[person] = whole * settings.block
  }
}

function learnFromBetter(state: FangState, person: number): void {
  const { network, payoff, plus, minus, words, forIt, againstIt, learning, learningRate } = state
  const { offsets, neighbours } = network
  for (let word = 0; word < words; word++) {
    forIt.fill(0)
    againstIt.fill(0)
    let better = 0
    for (let tie = offsets[person]!; tie < offsets[person + 1]!; tie++) {
      const other = neighbours[tie]!
      if (payoff[other]! <= payoff[person]!) continue
      better++
      countUp(forIt, plus[other * words + word]!)
      countUp(againstIt, minus[other * words + word]!)
    }
    if (better === 0) return
    const at = person * words + word
    const yes = lanesWithMore(forIt, againstIt) & ~plus[at]!
    const no = lanesWithMore(againstIt, forIt) & ~minus[at]!
    if ((yes | no) !== 0) state.open = true
    const moving = learning.among(yes | no, learningRate)
    state.nextPlus[at] = (plus[at]! & ~moving) | (moving & yes)
    state.nextMinus[at] = (minus[at]! & ~moving) | (moving & no)
  }
}
