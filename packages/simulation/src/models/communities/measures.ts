import type { Measure } from '../../model.ts'
import { affinity } from './ask.ts'
import { type CommunitiesState, counted, KINDS, unitOf, WINDOW } from './state.ts'

/** An affinity above this makes a strong tie. */
export const STRONG = 0.5

type Told = Measure & { of(state: CommunitiesState): number }

const rate = (name: string, meaning: string, unit: string, better: Measure['better'], kind: number): Told => ({
  name,
  meaning: `${meaning}, over the last ${WINDOW} periods`,
  unit,
  better,
  of: (state) => countOf(state, kind) / countOf(state, counted.problems),
})

const grown = (name: string, meaning: string, better: Measure['better'], of: Told['of']): Told => ({
  name,
  meaning,
  unit: 'share',
  better,
  of,
})

export const communitiesMeasures: readonly Told[] = [
  rate('solved', 'the share of problems that were solved', 'share', 'higher', counted.solved),
  rate('solvedAlone', 'the share that needed nobody else', 'share', 'higher', counted.alone),
  rate('asked', 'requests for a problem', 'requests', 'neither', counted.asked),
  rate('delegated', 'times that a problem was handed on by a manager', 'times', 'neither', counted.delegated),
  grown('competence', 'the mean competence of everybody in everything', 'higher', meanCompetence),
  grown('best', 'the competence of whoever knows most, on average over domains', 'higher', bestCompetence),
  grown('focus', 'how far competence rests on few domains (Herfindahl): 1 if on a single one', 'neither', focus),
  grown('strongTies', 'the share of pairs with an affinity above a half, either way', 'neither', (state) => {
    const { people } = state.settings
    return strongTiesOf(state).pairs / ((people * (people - 1)) / 2)
  }),
  grown('reciprocity', 'the share of strong ties that are strong both ways', 'neither', (state) => {
    const { pairs, mutual } = strongTiesOf(state)
    return pairs === 0 ? 0 : mutual / pairs
  }),
  {
    name: 'eiIndex',
    meaning: 'strong ties across units less those inside, of all: -1 all inside, 1 all across',
    unit: 'score',
    better: 'neither',
    of: (state) => {
      const { pairs, across } = strongTiesOf(state)
      return pairs === 0 ? 0 : (2 * across - pairs) / pairs
    },
  },
]

function countOf({ counts }: CommunitiesState, kind: number): number {
  let sum = 0
  for (let at = kind; at < counts.length; at += KINDS) sum += counts[at]!
  return sum
}

function meanCompetence({ competence }: CommunitiesState): number {
  let sum = 0
  for (let at = 0; at < competence.length; at++) sum += competence[at]!
  return sum / competence.length
}

function bestCompetence({ competence, settings: { domains } }: CommunitiesState): number {
  const best = new Float64Array(domains)
  for (let at = 0; at < competence.length; at++) best[at % domains] = Math.max(best[at % domains]!, competence[at]!)
  return best.reduce((sum, each) => sum + each, 0) / domains
}

function focus({ competence, settings: { people, domains } }: CommunitiesState): number {
  let all = 0
  for (let row = 0; row < competence.length; row += domains) {
    let [sum, squares] = [0, 0]
    for (let at = row; at < row + domains; at++) {
      sum += competence[at]!
      squares += competence[at]! * competence[at]!
    }
    all += squares / (sum * sum)
  }
  return all / people
}

/** Strong ties in their direction, from who feels it. */
export interface StrongTies {
  readonly from: Int32Array
  readonly to: Int32Array
  /** Pairs tied either way, both ways, and across units. */
  readonly pairs: number
  readonly mutual: number
  readonly across: number
}

export function strongTiesOf(state: CommunitiesState): StrongTies {
  const { ties, holder, settings } = state
  const [from, to]: [number[], number[]] = [[], []]
  let [mutual, across, acrossMutual] = [0, 0, 0]
  for (let person = 0; person < settings.people; person++) {
    const end = ties.start[person]! + ties.length[person]!
    for (let place = ties.start[person]!; place < end; place++) {
      const other = ties.who[place]!
      if (ties.value[place]! <= STRONG || ties.since[place] !== holder[other]) continue
      from.push(person)
      to.push(other)
      const both = affinity(state, other, person) > STRONG ? 1 : 0
      const crosses = unitOf(state, person) === unitOf(state, other) ? 0 : 1
      mutual += both
      across += crosses
      acrossMutual += both * crosses
    }
  }
  return {
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    pairs: from.length - mutual / 2,
    mutual: mutual / 2,
    across: across - acrossMutual / 2,
  }
}
