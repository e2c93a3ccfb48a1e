import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import type { Scope } from './access.ts'
import { nextThemes } from './questions.ts'
import { dueRhythms, endRhythm, type Rhythm, saveRhythm, saveWave, wavesOf } from './queries.ts'
import { dayAfter, today, type Wave } from './wave.ts'

/** A rhythm that nobody looks at any more does not go on for ever. */
const longest = 730

/** The day on which the next wave opens by itself; nothing once the rhythm is over. */
export function nextOf(
  { weeks, until, setOn }: Pick<Rhythm, 'weeks' | 'until' | 'setOn'>,
  last: Pick<Wave, 'openedOn'> | undefined,
): string | null {
  const due = last ? dayAfter(last.openedOn, weeks * 7) : setOn
  const next = due < setOn ? setOn : due
  return next <= until ? next : null
}

const mustLead = ({ community, leads }: Scope) => {
  if (!leads) throw refuse.forbidden(community ? 'pulseFacilitatorOnly' : 'pulseOfficeOnly')
}

/** Those who may open waves let them open by themselves, until a day. Who is asked said yes, as with every wave. */
export async function setRhythm(
  db: Database,
  actor: Actor,
  scope: Scope,
  rhythm: Pick<Rhythm, 'weeks' | 'lasts' | 'until'>,
): Promise<void> {
  mustLead(scope)
  if (rhythm.until <= today() || rhythm.until > dayAfter(today(), longest)) throw refuse.invalid('pulseRhythmUntil')
  await inTransaction(db, (tx) =>
    saveRhythm(tx, { ...rhythm, communityId: scope.community?.id ?? null, setBy: actor.id }),
  )
}

export async function stopRhythm(db: Database, _: Actor, scope: Scope): Promise<void> {
  mustLead(scope)
  await inTransaction(db, async (tx) => {
    if (!(await endRhythm(tx, scope.community?.id ?? null))) throw refuse.conflict('pulseNoRhythm')
  })
}

/** Opens the waves whose day has come; several processes may try, and one of them does. */
export async function openDueWaves(db: Database): Promise<void> {
  for (const rhythm of await dueRhythms(db))
    await inTransaction(db, async (tx) => {
      const { communityId, lasts } = rhythm
      const [last] = await wavesOf(tx, communityId, 1)
      const next = nextOf(rhythm, last)
      if (last?.state === 'open' || next === null || next > today()) return
      const row = { communityId, themes: nextThemes(last?.themes), closesOn: dayAfter(today(), lasts), openedBy: null }
      const id = await saveWave(tx, row)
      if (!id) return
      const communities = communityId ? [communityId] : []
      await record(tx, { actor: null, verb: 'pulse.opened', subject: { kind: 'pulse', id }, communities })
    })
}
