import { type PairingRows, roundResult } from '#learning/index.ts'
import type { Round } from './format-pairing.ts'
import type { Telling } from './telling.ts'

type All = { [Table in keyof PairingRows]-?: NonNullable<PairingRows[Table]> }

/** Who takes part in rounds of pairs, and the rounds with what came of them. */
export function tellPairing(telling: Telling): PairingRows {
  const { id, at, example } = telling
  const rows: All = {
    pairingChoice: [],
    pairingWant: [],
    pairingOffer: [],
    pairingRound: [],
    pairingPair: [],
    pairingTopic: [],
    pairingPart: [],
  }
  for (const { by, at: moment, wants, offers, room, meets, paused } of example.pairing.choices) {
    const personId = id('person', by)
    rows.pairingChoice.push({ personId, room, meets, at: at(moment), pausedAt: paused ? at(moment) : null })
    rows.pairingWant.push(...wants.map((topic) => ({ personId, topicId: id('topic', topic) })))
    rows.pairingOffer.push(...offers.map((topic) => ({ personId, topicId: id('topic', topic) })))
  }
  for (const round of example.pairing.rounds) tellRound(telling, round, rows)
  return rows
}

function tellRound(telling: Telling, round: Round, rows: All) {
  const { id, at, happened } = telling
  const roundId = id('round', round.slug)
  const said = round.pairs.flatMap(({ parts }) => parts.flatMap(({ help }) => help ?? []))
  const times = (answer: string) => said.filter((help) => help === answer).length
  rows.pairingRound.push({
    id: roundId,
    kind: round.kind,
    answerBy: round.answerBy,
    endsOn: round.endsOn,
    byId: id('person', round.by),
    at: at(round.at),
    closedAt: round.closed ? at(round.closed.at) : null,
    result: round.closed ? roundResult({ yes: times('yes'), somewhat: times('somewhat'), no: times('no') }) : null,
  })
  happened.push({
    actor: id('person', round.by),
    verb: 'learning.round_begun',
    subject: { kind: 'pairing_round', id: roundId },
    detail: { kind: round.kind },
    at: at(round.at),
  })
  for (const [place, pair] of round.pairs.entries()) tellOne(telling, round, `${round.slug} ${place}`, pair, rows)
}

function tellOne(
  { id, at, happened }: Telling,
  round: Round,
  slug: string,
  { state, topics, parts }: Round['pairs'][number],
  rows: All,
) {
  const pairId = id('pair', slug)
  const endedAt = state === 'ended' ? at(`${round.endsOn}T22:00`) : null
  rows.pairingPair.push({ id: pairId, roundId: id('round', round.slug), state, endedAt })
  rows.pairingTopic.push(...topics.map((topic) => ({ pairId, topicId: id('topic', topic) })))
  for (const { by, side, answer, words, saidAt, help, line } of parts) {
    const personId = id('person', by)
    rows.pairingPart.push({
      pairId,
      personId,
      side,
      answer: answer ?? null,
      words,
      saidAt: saidAt ? at(saidAt) : null,
      help: help ?? null,
      line,
    })
    const tell = (verb: `learning.pair_${string}`, when: Date) =>
      happened.push({ actor: null, verb, subject: { kind: 'pair', id: pairId }, people: [personId], at: when })
    tell('learning.pair_proposed', at(round.at))
    if (endedAt) tell('learning.pair_ended', endedAt)
  }
}
