import { type Chance, type Stream, thresholdOf } from '../../random/stream.ts'
import { drawBeliefs, lanesFrom } from '../parts/beliefs.ts'
import { bitCount, type Counters, countAt, countersUpTo, countUp, lanesAbove } from '../parts/lanes.ts'
import { canSettle, type MarchSettings, type Rules, rulesOf } from './settings.ts'
import { givesWayAt, othersOf, purposes } from './state.ts'

/** The state of `MarchState` with 32 dimensions at most, a bit each: a belief of 1 in `plus`, of -1 in `minus`. */
interface Bits {
  readonly settings: MarchSettings
  readonly rules: Rules
  readonly lanes: number
  readonly plus: Int32Array
  readonly minus: Int32Array
  /** What each person knows; under `acts` only of those who believe something of everything. */
  readonly known: Int32Array
  readonly forIt: Counters
  readonly againstIt: Counters
  readonly others: number
  readonly slow: number
  readonly fast: number
  readonly givesWay: Float64Array
  readonly world: Stream
  readonly newcomers: Stream
  readonly learning: Stream
  reality: number
  codePlus: number
  codeMinus: number
}

/**
 * The measures at the end as stepping gives them, bit for bit: the same chance is drawn in the same order, but 32
 * dimensions are looked at together.
 */
export function marchInBits(settings: MarchSettings, chance: Chance, into: Float64Array): void {
  const state = start(settings, chance)
  const mayEnd = canSettle(settings)
  let period = 0
  let settled = false
  while (period < settings.periods && !settled) {
    step(state)
    period++
    if (mayEnd) settled = isSettled(state)
  }
  measure(state, period, settled || isSettled(state), into)
}

function start(settings: MarchSettings, chance: Chance): Bits {
  const { people, dimensions, preset } = settings
  const world = chance.stream(purposes.world)
  const lanes = lanesFrom(0, dimensions)
  const state: Bits = {
    settings,
    rules: rulesOf[preset],
    lanes,
    plus: new Int32Array(people),
    minus: new Int32Array(people),
    known: new Int32Array(people),
    forIt: countersUpTo(people),
    againstIt: countersUpTo(people),
    others: othersOf(settings),
    slow: thresholdOf(settings.p1),
    fast: thresholdOf(settings.p1OfOthers),
    givesWay: givesWayAt(settings),
    world,
    newcomers: chance.stream(purposes.people),
    learning: chance.stream(purposes.learning),
    reality: world.bits() & lanes,
    codePlus: 0,
    codeMinus: 0,
  }
  for (let person = 0; person < people; person++) believeAnew(state, person)
  return state
}

function step(state: Bits): void {
  turnOver(state)
  turnReality(state)
  state.forIt.fill(0)
  if (!state.rules.acts) state.againstIt.fill(0)
  const superiors = state.rules.acts ? actAndSocialize(state) : speakAndSocialize(state)
  if (superiors > 0) learnFromSuperiors(state, superiors)
}

/** Everybody acts and then learns from the code; returns how many know more than the code. */
function actAndSocialize(state: Bits): number {
  const { plus, minus, known, lanes, reality, codePlus, codeMinus, forIt, others, slow, fast, learning } = state
  const { dimensions } = state.settings
  const toBeat = knowledgeOf(state, codePlus, codeMinus)
  let superiors = 0
  for (let person = 0; person < plus.length; person++) {
    let yes = plus[person]!
    let no = minus[person]!
    const open = lanes & ~(yes | no)
    const doing = open === 0 ? yes : yes | (open & learning.bits())
    const score = open === 0 ? known[person]! : dimensions - 2 * bitCount(doing ^ reality)
    if (score > toBeat) {
      superiors++
      countUp(forIt, doing)
    }
    const differ = (codePlus & ~yes) | (codeMinus & ~no)
    if (differ === 0) continue
    const moving = learning.among(differ, person < others ? fast : slow)
    if (moving === 0) continue
    const held = moving & (yes | no)
    yes = (yes & ~held) | (moving & ~held & codePlus)
    no = (no & ~held) | (moving & ~held & codeMinus)
    plus[person] = yes
    minus[person] = no
    known[person] = dimensions - 2 * bitCount(yes ^ reality)
  }
  return superiors
}

/** The same where beliefs speak for themselves. */
function speakAndSocialize(state: Bits): number {
  const { plus, minus, known, codePlus, codeMinus, forIt, againstIt, rules } = state
  const toBeat = knowledgeOf(state, codePlus, codeMinus)
  let superiors = 0
  for (let person = 0; person < plus.length; person++) {
    if (rules.peopleFirst) socialize(state, person)
    if (known[person]! > toBeat) {
      superiors++
      countUp(forIt, plus[person]!)
      countUp(againstIt, minus[person]!)
    }
    if (!rules.peopleFirst) socialize(state, person)
  }
  return superiors
}

function socialize(state: Bits, person: number): void {
  const { plus, minus, known, codePlus, codeMinus, rules, others, slow, fast, learning } = state
  const yes = plus[person]!
  const no = minus[person]!
  const differ = (codePlus & ~yes) | (codeMinus & ~no)
  if (differ === 0) return
  const moving = learning.among(differ, person < others ? fast : slow)
  const held = rules.peopleStep ? moving & (yes | no) : 0
  plus[person] = (yes & ~moving) | (moving & ~held & codePlus)
  minus[person] = (no & ~moving) | (moving & ~held & codeMinus)
  known[person] = knowledgeOf(state, plus[person]!, minus[person]!)
}

function learnFromSuperiors(state: Bits, superiors: number): void {
  const { rules, lanes, forIt, againstIt, givesWay, learning, codePlus, codeMinus } = state
  let asking = lanes
  if (rules.acts) {
    const most = lanesAbove(forIt, superiors >> 1)
    const few = lanes & ~lanesAbove(forIt, ((superiors + 1) >> 1) - 1)
    asking = (most & ~codePlus) | (few & ~codeMinus)
  }
  for (; asking !== 0; asking &= asking - 1) {
    const lane = asking & -asking
    const at = 31 - Math.clz32(lane)
    const yes = countAt(forIt, at)
    const no = rules.acts ? superiors - yes : countAt(againstIt, at)
    if (yes === no) continue
    const [saysYes, saysNo] = [(codePlus & lane) !== 0, (codeMinus & lane) !== 0]
    if (yes > no ? saysYes : saysNo) continue
    const agreeing = saysYes ? yes : saysNo ? no : superiors - yes - no
    const k = rules.againstCode ? superiors - 2 * agreeing : Math.abs(yes - no)
    if (k <= 0 || learning.bits() >>> 0 >= givesWay[k]!) continue
    const toNothing = rules.codeSteps && (saysYes || saysNo)
    state.codePlus = yes > no && !toNothing ? state.codePlus | lane : state.codePlus & ~lane
    state.codeMinus = yes < no && !toNothing ? state.codeMinus | lane : state.codeMinus & ~lane
  }
}

const fresh = new Int32Array(2)

function believeAnew(state: Bits, person: number): void {
  drawBeliefs(state.newcomers, state.lanes, fresh)
  state.plus[person] = fresh[0]!
  state.minus[person] = fresh[1]!
  state.known[person] = knowledgeOf(state, fresh[0]!, fresh[1]!)
}

function turnOver(state: Bits): void {
  const { p3, people } = state.settings
  if (p3 === 0) return
  for (let person = 0; person < people; person++) if (state.newcomers.chance(p3)) believeAnew(state, person)
}

function turnReality(state: Bits): void {
  const { p4, dimensions, people } = state.settings
  if (p4 === 0) return
  for (let at = 0; at < dimensions; at++) if (state.world.chance(p4)) state.reality ^= 1 << at
  for (let person = 0; person < people; person++)
    state.known[person] = knowledgeOf(state, state.plus[person]!, state.minus[person]!)
}

/** Right less wrong, or the number that is right. */
function knowledgeOf({ rules, reality }: Bits, yes: number, no: number): number {
  const right = rightIn(yes, no, reality)
  return rules.product ? 2 * right - bitCount(yes | no) : right
}

const rightIn = (yes: number, no: number, reality: number) => bitCount((yes & reality) | (no & ~reality))

function isSettled(state: Bits): boolean {
  const { plus, minus, codePlus, codeMinus, rules, lanes } = state
  for (let person = 0; person < plus.length; person++)
    if (((codePlus & ~plus[person]!) | (codeMinus & ~minus[person]!)) !== 0) return false
  const code = knowledgeOf(state, codePlus, codeMinus)
  for (let person = 0; person < plus.length; person++) {
    const open = rules.acts ? bitCount(lanes & ~(plus[person]! | minus[person]!)) : 0
    if (knowledgeOf(state, plus[person]!, minus[person]!) + open > code) return false
  }
  return true
}

function measure(state: Bits, period: number, settled: boolean, into: Float64Array): void {
  const { settings, codePlus, codeMinus, reality, others } = state
  const { dimensions, people } = settings
  const right = rightIn(codePlus, codeMinus, reality)
  into[0] = (2 * right - bitCount(codePlus | codeMinus)) / dimensions
  into[1] = right / dimensions
  into[2] = rightOf(state, 0, people)
  into[3] = rightOf(state, others, people)
  into[4] = rightOf(state, 0, others)
  into[5] = period
  into[6] = settled ? 1 : 0
}

function rightOf({ plus, minus, reality, settings }: Bits, from: number, to: number): number {
  let right = 0
  for (let person = from; person < to; person++) right += rightIn(plus[person]!, minus[person]!, reality)
  return right / (to - from) / settings.dimensions
}
