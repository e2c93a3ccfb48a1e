import * as z from 'zod'
import type { Network } from './network.ts'

/** Whole numbers of at least `least`, in an array of either kind; JSON brings the plain one. */
export const wholeNumbers = (least = 0) =>
  z
    .union(
      [
        z.custom<Int32Array>((list) => list instanceof Int32Array),
        z.array(z.int()).transform((list) => Int32Array.from(list)),
      ],
      {
        error: 'a list of whole numbers',
      },
    )
    .refine((list) => list.every((value) => value >= least), { error: `at least ${least} each` })

/** Ties between people 0 … people - 1, each told once, in no direction. */
export const GivenTies = z
  .object({ people: z.int().min(1).max(200_000), from: wholeNumbers(), to: wholeNumbers() })
  .superRefine(({ people, from, to }, check) => {
    if (from.length !== to.length) check.addIssue({ code: 'custom', path: ['to'], message: 'as many as in from' })
    for (const [name, ends] of Object.entries({ from, to }))
      if (ends.some((end) => end >= people))
        check.addIssue({ code: 'custom', path: [name], message: `below the number of people, ${people}` })
  })
export type GivenTies = z.infer<typeof GivenTies>

/** The network of these ties; ties to oneself and ties told again are left out. */
export function networkFrom({ people, from, to }: GivenTies): Network {
  const ends = new Int32Array(people + 1)
  for (let tie = 0; tie < from.length; tie++) {
    if (from[tie] === to[tie]) continue
    ends[from[tie]! + 1]!++
    ends[to[tie]! + 1]!++
  }
  for (let person = 0; person < people; person++) ends[person + 1]! += ends[person]!
  const next = ends.slice()
  const all = new Int32Array(ends[people]!)
  for (let tie = 0; tie < from.length; tie++) {
    if (from[tie] === to[tie]) continue
    all[next[from[tie]!]!++] = to[tie]!
    all[next[to[tie]!]!++] = from[tie]!
  }
  return withoutRepeats(ends, all)
}

function withoutRepeats(ends: Int32Array, all: Int32Array): Network {
  const offsets = new Int32Array(ends.length)
  let kept = 0
  for (let person = 0; person + 1 < ends.length; person++) {
    const row = all
      .subarray(ends[person]!, ends[person + 1]!)
      .slice()
      .sort()
    row.forEach((other, at) => {
      if (at === 0 || other !== row[at - 1]) all[kept++] = other
    })
    offsets[person + 1] = kept
  }
  return { offsets, neighbours: all.slice(0, kept) }
}
