import { topicsIn } from './check-learning.ts'
import { type Example, slugOf } from './example.ts'
import type { Round } from './format-pairing.ts'

/** Who is in a pair takes part, is not of the other's unit, and what came of it follows from what both said. */
export function pairingProblems(example: Example): string[] {
  const { choices, rounds } = example.pairing
  const topics = topicsIn(example)
  const said = [
    ...choices.flatMap(({ wants, offers }) => [...wants, ...offers]),
    ...rounds.flatMap(({ pairs }) => pairs.flatMap((pair) => pair.topics)),
  ]
  return [
    ...said.filter((topic) => !topics.has(topic)).map((topic) => `no topic ${topic}`),
    ...rounds.flatMap((round) => roundProblems(round, example)),
  ].map((problem) => `pairing.json: ${problem}`)
}

function roundProblems({ slug, by, kind, pairs, closed }: Round, example: Example): string[] {
  const { people, organization, pairing } = example
  const unitOf = new Map(people.map((person) => [slugOf(person), person.unit]))
  const taking = new Set(pairing.choices.map((choice) => choice.by))
  return [
    ...(organization.knowledgeOffice.includes(by) ? [] : [`${slug}: ${by} is not the office`]),
    ...pairs.flatMap(({ state, topics, parts: [one, other] }) => {
      const both = one.answer === 'yes' && other.answer === 'yes'
      const pair = `${slug}: ${one.by} and ${other.by}`
      return [
        ...(taking.has(one.by) && taking.has(other.by) ? [] : [`${pair} do not both take part`]),
        ...(unitOf.get(one.by) === unitOf.get(other.by) ? [`${pair} are of one unit`] : []),
        ...(both === (state === 'agreed' || state === 'ended') ? [] : [`${pair} did not both say yes`]),
        ...((kind === 'meet') === (topics.length === 0) ? [] : [`${pair}: topics do not fit`]),
        ...(closed === undefined || state === 'off' || state === 'ended' ? [] : [`${pair} go on`]),
      ]
    }),
  ]
}
