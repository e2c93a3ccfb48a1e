import type { OpenPulse, PulseTheme } from '@mortar/contract/measurement-pulse'
import { record } from '#activity/index.ts'
import type { Marking } from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { type Scope, waveFor } from './access.ts'
import { isWhole } from './questions.ts'
import { findWave, hasJoined, hold, join, leave, saveWave, spend, takeHeld, wavesOf } from './queries.ts'
import { closeWave } from './close.ts'
import type { Given } from './result.ts'
import { markOf, seal, shuffled, unseal } from './seal.ts'
import { isDue, lastsRightly, mayOpenFrom, today } from './wave.ts'

/** A yes, and taking it back, are nobody's news. */
export const choose = (db: Database, actor: Actor, yes: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    await (yes ? join(tx, actor.id) : leave(tx, actor.id))
  })

export async function openWave(
  db: Database,
  actor: Actor,
  { community, leads }: Scope,
  { themes, closes }: OpenPulse,
): Promise<{ id: string }> {
  if (!leads) throw refuse.forbidden(community ? 'pulseFacilitatorOnly' : 'pulseOfficeOnly')
  if (!lastsRightly(today(), closes)) throw refuse.invalid('pulseLength')
  return inTransaction(db, async (tx) => {
    const communityId = community?.id ?? null
    const [last] = await wavesOf(tx, communityId, 1)
    const from = mayOpenFrom(last)
    if (last?.state === 'open') throw refuse.conflict('pulseOpen')
    if (from && from > today()) throw refuse.conflict('pulseTooSoon', { day: new Date(from) })
    const id = await saveWave(tx, { communityId, themes: [...new Set(themes)], closesOn: closes, openedBy: actor.id })
    if (!id) throw refuse.conflict('pulseOpen')
    await tell(tx, actor.id, 'pulse.opened', id, communityId)
    return { id }
  })
}

const tell = (tx: Writer, actor: string | null, verb: 'pulse.opened' | 'pulse.closed', id: string, of: string | null) =>
  record(tx, { actor, verb, subject: { kind: 'pulse', id }, communities: of ? [of] : [] })

/** With how many others a new answer is sealed and written anew, so that which one is new does not show. */
const mixedWith = 99

/**
 * Takes an answer in. Nobody is told, nothing is recorded: what stays is a mark that somebody answered, and one more
 * sealed answer among those held. Both are written in one transaction, so that neither is there alone.
 */
export async function answerWave(
  db: Database,
  actor: Actor,
  id: string,
  answers: { [theme in PulseTheme]?: number[] | undefined },
  marking: Marking,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { wave } = await waveFor(tx, actor, id, true)
    if (wave.state === 'closed' || isDue(wave, today())) throw refuse.conflict('pulseClosed')
    if (!(await hasJoined(tx, actor.id))) throw refuse.forbidden('pulseNotJoined')
    if (!isWhole(wave.themes, answers)) throw refuse.invalid('pulseNotWhole')
    if (!(await spend(tx, id, markOf(marking, wave.communityId, actor.id)))) throw refuse.conflict('pulseAnswered')
    await holdWithOthers(tx, id, answers as Given, marking)
  })
}

async function holdWithOthers(tx: Writer, wave: string, answer: Given, marking: Marking): Promise<void> {
  const others = await takeHeld(tx, wave, mixedWith)
  // What cannot be opened, since the secret was changed, is kept as it is: the old secret may come back.
  const anew = others.map((sealed) => {
    const given = unseal(marking, wave, sealed)
    return given ? seal(marking, wave, given) : sealed
  })
  await hold(tx, wave, shuffled([...anew, seal(marking, wave, answer)]))
}

export const endWave = (db: Database, actor: Actor, id: string, marking: Marking): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { wave, scope } = await waveFor(tx, actor, id, true)
    if (!scope.leads) throw refuse.forbidden(scope.community ? 'pulseFacilitatorOnly' : 'pulseOfficeOnly')
    if (wave.state === 'closed') throw refuse.conflict('pulseClosed')
    await closeWave(tx, wave, marking)
    await tell(tx, actor.id, 'pulse.closed', id, wave.communityId)
  })

/** Closes what is past its last day; several processes may try. */
export const closeDue = (db: Database, id: string, marking: Marking): Promise<void> =>
  inTransaction(db, async (tx) => {
    const wave = await findWave(tx, id, true)
    if (!wave || !isDue(wave, today())) return
    await closeWave(tx, wave, marking)
    await tell(tx, null, 'pulse.closed', id, wave.communityId)
  })
