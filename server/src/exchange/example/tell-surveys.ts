import { below, seededRandom, shuffled } from '@mortar/graph'
import type { ToldAnswer } from '#network/index.ts'
import { slugOf } from './example.ts'
import { pairsOf } from './tell-traces.ts'
import type { Telling } from './telling.ts'

const kinds = ['problem_solving', 'know_how', 'decision', 'contacts', 'encouragement'] as const
const most = 8

/** Invented answers: whom people turn to among those they are in touch with. Seeded; the same for each load. */
export function tellSurveyAnswers({ example, id }: Telling) {
  const slugs = example.people.filter(({ to }) => to === '').map(slugOf)
  const pairs = pairsOf(example, slugs)
  const told = (seed: number, chance: number, unfinished: number) => {
    const random = seededRandom(seed)
    const answering = slugs.filter(() => random() < chance)
    const answers = answering.flatMap((slug): ToldAnswer[] => {
      const one = slugs.indexOf(slug)
      const near = pairs.flatMap((pair) => (pair.includes(one) ? [pair[0] === one ? pair[1] : pair[0]] : []))
      const order = [...shuffled(near.length, random)].slice(0, 2 + below(random, most - 1))
      // Now and then somebody of whom no trace tells.
      const stranger = below(random, slugs.length)
      const more = stranger !== one && !near.includes(stranger) && random() < 0.6 ? [stranger] : []
      return [...order.map((at) => near[at]!), ...more].map((other) => ({
        person: id('person', slug),
        other: id('person', slugs[other]!),
        frequency: 1 + below(random, 4),
        whatFor: kinds.filter((_, kind) => random() < 0.6 / (1 + kind)),
        more: random() < 0.3,
      }))
    })
    const finished = answering.filter(() => random() >= unfinished).map((slug) => id('person', slug))
    return { answers, finished }
  }
  return { past: told(5, 0.86, 0), present: told(6, 0.4, 0.2) }
}
