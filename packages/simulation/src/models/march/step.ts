import { believeAnew, type MarchState } from './state.ts'

/** One period: turnover, turbulence, then people and code learn from one another. */
export function stepMarch(state: MarchState): void {
  const { rules, settings, code, codeBefore, forIt, againstIt } = state
  turnOver(state)
  turnReality(state)
  codeBefore.set(code)
  forIt.fill(0)
  againstIt.fill(0)
  const toBeat = knowledgeOf(state, codeBefore, 0)
  let superiors = 0
  for (let person = 0; person < settings.people; person++) {
    if (rules.peopleFirst) socialize(state, person)
    superiors += speakUp(state, person, toBeat)
    if (!rules.peopleFirst) socialize(state, person)
  }
  if (superiors > 0) learnFromSuperiors(state, superiors)
  state.period++
}

/** What is known by the beliefs from `row` on: right less wrong, or the number that is right. */
export function knowledgeOf({ rules, reality }: MarchState, beliefs: Int8Array, row: number): number {
  let balance = 0
  let right = 0
  for (let at = 0; at < reality.length; at++) {
    const agrees = beliefs[row + at]! * reality[at]!
    balance += agrees
    right += agrees & ~(agrees >> 1)
  }
  return rules.product ? balance : right
}

function turnOver(state: MarchState): void {
  const { p3, people } = state.settings
  if (p3 === 0) return
  for (let person = 0; person < people; person++) if (state.newcomers.chance(p3)) believeAnew(state, person)
}

function turnReality({ settings: { p4 }, world, reality }: MarchState): void {
  if (p4 === 0) return
  for (let at = 0; at < reality.length; at++) if (world.chance(p4)) reality[at] = -reality[at]!
}

/** Counts what this person stands for if they know more than the code: 1 if so. */
function speakUp(state: MarchState, person: number, toBeat: number): number {
  const { rules, beliefs, doing, settings } = state
  const row = person * settings.dimensions
  if (rules.acts && isUndecided(state, row)) {
    act(state, row)
    return standFor(state, doing, 0, toBeat)
  }
  return standFor(state, beliefs, row, toBeat)
}

function standFor(state: MarchState, what: Int8Array, row: number, toBeat: number): number {
  const { forIt, againstIt } = state
  if (knowledgeOf(state, what, row) <= toBeat) return 0
  for (let at = 0; at < forIt.length; at++) {
    const stand = what[row + at]!
    forIt[at]! += stand & ~(stand >> 1)
    againstIt[at]! -= stand >> 1
  }
  return 1
}

function isUndecided({ beliefs, settings: { dimensions } }: MarchState, row: number): boolean {
  for (let at = row; at < row + dimensions; at++) if (beliefs[at] === 0) return true
  return false
}

/** Does what one believes; where one believes nothing, a coin decides. */
function act({ beliefs, doing, learning, settings: { dimensions } }: MarchState, row: number): void {
  for (let from = 0; from < dimensions; from += 32) {
    const to = Math.min(from + 32, dimensions)
    const coins = learning.bits()
    for (let at = from; at < to; at++) doing[at] = beliefs[row + at]! || ((coins >> (at - from)) & 1) * 2 - 1
  }
}

/** Beliefs that differ from the code move towards it, each with the person's probability. */
function socialize({ settings, rules, codeBefore, beliefs, others, slow, fast, learning }: MarchState, person: number) {
  const { dimensions } = settings
  const row = person * dimensions
  for (let from = 0; from < dimensions; from += 32) {
    const to = Math.min(from + 32, dimensions)
    let differ = 0
    for (let at = from; at < to; at++) {
      const says = codeBefore[at]!
      // Negative where the code says what the belief does not; no jump that could be guessed wrongly.
      differ |= ((says * beliefs[row + at]! - says * says) >>> 31) << (at - from)
    }
    let moving = learning.among(differ, person < others ? fast : slow)
    for (; moving !== 0; moving &= moving - 1) {
      const at = from + 31 - Math.clz32(moving & -moving)
      beliefs[row + at] = rules.peopleStep && beliefs[row + at] !== 0 ? 0 : codeBefore[at]!
    }
  }
}

function learnFromSuperiors(state: MarchState, superiors: number): void {
  const { rules, code, codeBefore, forIt, againstIt, givesWay, learning } = state
  for (let at = 0; at < code.length; at++) {
    const [plus, minus] = [forIt[at]!, againstIt[at]!]
    if (plus === minus) continue
    const says = codeBefore[at]!
    const majority = plus > minus ? 1 : -1
    if (says === majority) continue
    const agreeing = says > 0 ? plus : says < 0 ? minus : superiors - plus - minus
    const k = rules.againstCode ? superiors - 2 * agreeing : Math.abs(plus - minus)
    if (k <= 0 || learning.bits() >>> 0 >= givesWay[k]!) continue
    code[at] = rules.codeSteps && says !== 0 ? 0 : majority
  }
}

/** Nobody differs from what the code says, and nobody could ever know more than the code. */
export function isSettled(state: MarchState): boolean {
  const { settings, rules, code, beliefs } = state
  for (let at = 0, dimension = 0; at < beliefs.length; at++) {
    if (code[dimension] !== 0 && beliefs[at] !== code[dimension]) return false
    if (++dimension === settings.dimensions) dimension = 0
  }
  const known = knowledgeOf(state, code, 0)
  for (let row = 0; row < beliefs.length; row += settings.dimensions) {
    let open = 0
    if (rules.acts) for (let at = 0; at < settings.dimensions; at++) if (beliefs[row + at] === 0) open++
    if (knowledgeOf(state, beliefs, row) + open > known) return false
  }
  return true
}
