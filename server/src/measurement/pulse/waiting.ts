import type { Marking } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { wordsOf } from './questions.ts'
import { openFor, spentOf } from './queries.ts'
import { markOf } from './seal.ts'

export interface WaitingPulse {
  id: string
  communityId: string | null
  /** What it asks about. */
  title: string
  opened: string
  closes: string
}

/** Pulses that somebody who said yes to them has not answered. Read by marks, so that nothing is written of it anywhere. */
export async function pulsesWaitingFor(db: Reader, actor: Actor, marking: Marking): Promise<WaitingPulse[]> {
  const open = await openFor(db, actor.id)
  const spent = await spentOf(
    db,
    open.map(({ id }) => id),
  )
  return open
    .filter(({ id, communityId }) => {
      const mine = markOf(marking, communityId, actor.id)
      return !spent.some(({ waveId, mark }) => waveId === id && mark.equals(mine))
    })
    .map(({ id, communityId, themes, openedOn, closesOn }) => ({
      id,
      communityId,
      title: themes.map((theme) => wordsOf(theme, actor.language).name).join(', '),
      opened: openedOn,
      closes: closesOn,
    }))
}
