import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { mustWorkHere } from '../access.ts'
import { todayHere } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import { ownPairFor } from './access.ts'
import { mayAnswer, mayEnd, mayTell, mayWrite } from './pair.ts'
import { type Choice, removeChoice, saveChoice } from './queries/choices.ts'
import { agree, endPair, type Help, type OwnPair, refuseAll, saveAnswer, saveHelp, saveWords } from './queries/pairs.ts'

/** Takes part in rounds of pairs. The trail keeps nothing of it: it is nobody else's news. */
export async function takePart(db: Database, actor: Actor, choice: Choice): Promise<void> {
  await inTransaction(db, async (tx) => {
    await mustWorkHere(tx, actor)
    const said = [...new Set([...choice.wants, ...choice.offers])]
    const known = await topicsByIds(tx, actor.id, said)
    if (said.some((topic) => !known.has(topic))) throw refuse.notFound('noTopic')
    if (said.length === 0 && !choice.meets) throw refuse.invalid('pairingEmpty')
    await saveChoice(tx, actor.id, choice)
  })
}

/** Takes part no more. Who would have been proposed hears of "no pair this time", as of any other. */
export async function withdraw(db: Database, actor: Actor): Promise<void> {
  await inTransaction(db, async (tx) => {
    await refuseAll(tx, actor.id)
    await removeChoice(tx, actor.id)
  })
}

/** Yes, or not this time. Both said yes: both are told. A no is told to nobody, and can be taken back until the day. */
export async function answerPair(db: Database, actor: Actor, id: string, answer: 'yes' | 'no'): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await ownPairFor(tx, actor, id)
    if (!mayAnswer(pair, await todayHere(tx))) throw refuse.conflict('pairMoved')
    await saveAnswer(tx, id, actor.id, answer)
    if (await agree(tx, id)) await tellPair(tx, 'learning.pair_agreed', id, peopleOf(actor, pair))
  })
}

/** The first words of one to the other, who hears of it once. */
export async function writeToPair(db: Database, actor: Actor, id: string, words: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await ownPairFor(tx, actor, id)
    if (!mayWrite(pair)) throw refuse.conflict('pairMoved')
    await saveWords(tx, id, actor.id, words)
    if (pair.saidAt === null && pair.other) await tellPair(tx, 'learning.pair_wrote', id, [pair.other], actor)
  })
}

export async function stopPair(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await ownPairFor(tx, actor, id)
    if (!mayEnd(pair) || !(await endPair(tx, id))) throw refuse.conflict('pairMoved')
    if (pair.other) await tellPair(tx, 'learning.pair_ended', id, [pair.other])
  })
}

/** "Did it help you?": counted, and never told by name; the trail keeps nothing of it. */
export async function tellHelp(
  db: Database,
  actor: Actor,
  id: string,
  { help, line }: { help: Help; line: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await ownPairFor(tx, actor, id)
    if (!mayTell(pair, await todayHere(tx))) throw refuse.conflict('pairMoved')
    await saveHelp(tx, id, actor.id, help, line)
  })
}

const peopleOf = (actor: Actor, { other }: OwnPair): string[] => (other ? [actor.id, other] : [actor.id])

/** Each hears of it on their own; nobody else does. */
export async function tellPair(
  tx: Writer,
  verb: `learning.pair_${string}`,
  pair: string,
  people: readonly string[],
  by?: Actor,
): Promise<void> {
  await record(
    tx,
    ...people.map((person) => ({
      actor: by?.id ?? null,
      verb,
      subject: { kind: 'pair' as const, id: pair },
      people: [person],
    })),
  )
}
