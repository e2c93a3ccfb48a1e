import type { DiffusionState, FangState, LazerFriedmanState, MarchState, MillerState } from '@mortar/simulation'
import type { BeliefsScene, NetworkScene, Scene } from './scene.ts'

const MOST_PEOPLE = 400
const COLOURS = 8

type SceneOf = (state: never) => Scene | undefined

const scenes: Readonly<Record<string, SceneOf>> = {
  march: (state: MarchState): BeliefsScene | undefined => {
    const { people, dimensions } = state.settings
    if (people > MOST_PEOPLE) return undefined
    const { reality, code, beliefs } = state
    return { kind: 'beliefs', people, dimensions, reality, code, beliefs }
  },
  miller: (state: MillerState): BeliefsScene | undefined => {
    const { dimensions } = state.settings
    const people = state.plus.length
    if (people > MOST_PEOPLE) return undefined
    const beliefs = new Int8Array(people * dimensions)
    for (let person = 0; person < people; person++)
      beliefs.set(lanes(state.plus[person]!, state.minus[person]!, dimensions), person * dimensions)
    const reality = lanes(state.reality, ~state.reality, dimensions)
    return {
      kind: 'beliefs',
      people,
      dimensions,
      reality,
      code: lanes(state.codePlus, state.codeMinus, dimensions),
      beliefs,
    }
  },
  'lazer-friedman': ({ network, solutions, worth, best }: LazerFriedmanState) =>
    networkScene(network, {
      height: Float64Array.from(worth, (each) => (each / best) ** 8),
      same: commonest(solutions, (person) => String(solutions[person])),
    }),
  fang: ({ network, payoff, plus, minus, words, settings }: FangState) =>
    networkScene(network, {
      height: Float64Array.from(payoff, (each) => each / settings.dimensions),
      same: commonest(payoff, (person) => {
        const [from, to] = [person * words, (person + 1) * words]
        return `${plus.subarray(from, to).join()} ${minus.subarray(from, to).join()}`
      }),
    }),
  diffusion: ({ network, practises, everPractised }: DiffusionState) =>
    networkScene(network, { practises: practises.map((now, person) => (now ? 2 : everPractised[person]!)) }),
}

/** What there is to draw of a state; nothing for a model without a view, or with too many people. */
export const sceneOf = (model: string, state: unknown): Scene | undefined => scenes[model]?.(state as never)

function lanes(plus: number, minus: number, dimensions: number): Int8Array {
  return Int8Array.from({ length: dimensions }, (_, lane) => ((plus >> lane) & 1) - ((minus >> lane) & 1))
}

const none = { height: new Float64Array(), same: new Uint8Array(), practises: new Uint8Array() }

function networkScene(
  { offsets, neighbours }: { offsets: Int32Array; neighbours: Int32Array },
  more: Partial<Pick<NetworkScene, 'height' | 'same' | 'practises'>>,
): NetworkScene | undefined {
  const people = offsets.length - 1
  if (people > MOST_PEOPLE) return undefined
  const [from, to]: [number[], number[]] = [[], []]
  for (let one = 0; one < people; one++)
    for (let tie = offsets[one]!; tie < offsets[one + 1]!; tie++) {
      if (neighbours[tie]! <= one) continue
      from.push(one)
      to.push(neighbours[tie]!)
    }
  return { kind: 'network', people, from: Int32Array.from(from), to: Int32Array.from(to), ...none, ...more }
}

/** 1 … 8 by how many have the same, 0 for what fewer than two have or what comes after. */
function commonest(people: ArrayLike<number>, keyOf: (person: number) => string): Uint8Array {
  const keys = Array.from(people, (_, person) => keyOf(person))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const ranked = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, COLOURS)
    .map(([key]) => key)
  return Uint8Array.from(keys, (key) => ranked.indexOf(key) + 1)
}
