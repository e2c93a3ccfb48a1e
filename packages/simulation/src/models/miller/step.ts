import { bitCount, countAt, countUp, lanesAbove } from '../parts/lanes.ts'
import { believeAnew, type MillerState } from './state.ts'

const SAMPLE = 4

/** One period: turnover, everybody acts, learns from somebody better and from the code; the code learns from the best. */
export function stepMiller(state: MillerState): void {
  const { settings, plus, minus, nextPlus, nextMinus } = state
  if (settings.turnover > 0)
    for (let person = 0; person < plus.length; person++)
      if (state.newcomers.chance(settings.turnover)) believeAnew(state, person)
  const superiors = actAll(state)
  for (let person = 0; person < plus.length; person++) {
    nextPlus[person] = plus[person]!
    nextMinus[person] = minus[person]!
    const model = findBetter(state, person)
    if (model >= 0) moveTowards(state, person, plus[model]!, minus[model]!, state.p5)
    moveTowards(state, person, state.codePlus, state.codeMinus, state.p1)
  }
  if (superiors > 0) codeLearns(state, superiors)
  plus.set(nextPlus)
  minus.set(nextMinus)
  state.period++
}

/** Everybody acts; counts what those stand for who know more than the code of what can be said. */
function actAll(state: MillerState): number {
  const { plus, minus, doing, score, lanes, explicit, reality, codePlus, codeMinus, forIt, learning, settings } = state
  const code = bitCount((codePlus & reality) | (codeMinus & ~reality))
  const toBeat = 2 * code - bitCount(codePlus | codeMinus)
  const said = bitCount(explicit)
  let superiors = 0
  forIt.fill(0)
  for (let person = 0; person < plus.length; person++) {
    const open = lanes & ~(plus[person]! | minus[person]!)
    const does = plus[person]! | (open === 0 ? 0 : open & learning.bits())
    doing[person] = does
    score[person] = settings.dimensions - 2 * bitCount(does ^ reality)
    if (said - 2 * bitCount((does ^ reality) & explicit) <= toBeat) continue
    superiors++
    countUp(forIt, does & explicit)
  }
  return superiors
}

/** The best of four neighbours if strictly better, else perhaps the best of four others; -1 for nobody. Ties by lot. */
function findBetter(state: MillerState, person: number): number {
  const { settings, search, score } = state
  const { side, local, distant } = settings
  const [row, column] = [Math.floor(person / side), person % side]
  const north = ((row + side - 1) % side) * side + column
  const south = ((row + 1) % side) * side + column
  const west = row * side + ((column + side - 1) % side)
  const east = row * side + ((column + 1) % side)
  if (search.chance(local)) {
    const near = bestOf(state, person, [north, east, south, west])
    if (near >= 0) return near
  }
  if (distant === 0 || !search.chance(distant)) return -1
  const others: number[] = []
  while (others.length < SAMPLE) {
    const other = search.below(score.length)
    if (![person, north, east, south, west, ...others].includes(other)) others.push(other)
  }
  return bestOf(state, person, others)
}

function bestOf({ score, search }: MillerState, person: number, others: readonly number[]): number {
  const most = Math.max(...others.map((other) => score[other]!))
  if (most <= score[person]!) return -1
  const best = others.filter((other) => score[other] === most)
  return best.length === 1 ? best[0]! : best[search.below(best.length)]!
}

/** Beliefs that differ from what is said there move one step towards it. */
function moveTowards(state: MillerState, person: number, saysYes: number, saysNo: number, rate: number): void {
  const yes = state.nextPlus[person]!
  const no = state.nextMinus[person]!
  const moving = state.learning.among((saysYes & ~yes) | (saysNo & ~no), rate)
  const held = moving & (yes | no)
  state.nextPlus[person] = (yes & ~held) | (moving & ~held & saysYes)
  state.nextMinus[person] = (no & ~held) | (moving & ~held & saysNo)
}

function codeLearns(state: MillerState, superiors: number): void {
  const { forIt, explicit, givesWay, learning, codePlus, codeMinus } = state
  const most = explicit & lanesAbove(forIt, superiors >> 1)
  const few = explicit & ~lanesAbove(forIt, ((superiors + 1) >> 1) - 1)
  for (let asking = (most & ~codePlus) | (few & ~codeMinus); asking !== 0; asking &= asking - 1) {
    const lane = asking & -asking
    const k = Math.abs(2 * countAt(forIt, 31 - Math.clz32(lane)) - superiors)
    if (learning.bits() >>> 0 >= givesWay[k]!) continue
    state.codePlus = (state.codePlus & ~lane) | (most & lane)
    state.codeMinus = (state.codeMinus & ~lane) | (few & lane)
  }
}

/** Everybody believes the same, something of everything, and the code says so of all that can be said. */
export function isSettled({ plus, minus, lanes, explicit, codePlus, codeMinus }: MillerState): boolean {
  const [yes, no] = [plus[0]!, minus[0]!]
  if ((yes | no) !== lanes || codePlus !== (yes & explicit) || codeMinus !== (no & explicit)) return false
  for (let person = 1; person < plus.length; person++) if (plus[person] !== yes || minus[person] !== no) return false
  return true
}
