import type { Stage } from '@mortar/contract/community'
import type { Look, StageFacts } from './sign.ts'
import { signs } from './signs/all.ts'

export type Looks = ReadonlyMap<string, Look['state']>

export const looksOf = (facts: StageFacts): Map<string, Look> =>
  new Map(signs.map((sign) => [sign.id, sign.look(facts)]))

export interface Proposal {
  to: Stage
  signs: string[]
}

const leading = (stage: Stage) => signs.filter((sign) => sign.stage === stage && sign.leads).map(({ id }) => id)

/** How many signs of fading speak for looking at the community anew: one alone may be a summer. */
const enoughFading = 2

/** A move that the evidence fits: onward where every leading sign is seen, anew where several signs of fading are. */
export function proposedMove(stage: Stage, state: (sign: string) => Look['state'] | undefined): Proposal | null {
  const seen = (ids: readonly string[]) => ids.filter((id) => state(id) === 'seen')
  const fading = seen(leading('transformation'))
  if (stage === 'transformation') return fading.length > 0 ? null : renewed(seen)
  if (stage !== 'potential' && fading.length >= enoughFading) return { to: 'transformation', signs: fading }
  const onward = { potential: 'coalescing', coalescing: 'maturing', maturing: 'stewardship' } as const
  if (stage === 'stewardship') return null
  const needed = leading(stage)
  return seen(needed).length === needed.length ? { to: onward[stage], signs: needed } : null
}

/** Alive again: the latest stage to which all that leads there is seen. Steadiness must be seen, not only nothing fading. */
function renewed(seen: (ids: readonly string[]) => string[]): Proposal | null {
  if (seen(['steady']).length === 0) return null
  const whole = (stage: Stage) => seen(leading(stage)).length === leading(stage).length
  if (whole('maturing')) return { to: 'stewardship', signs: ['steady', ...leading('maturing')] }
  if (whole('coalescing')) return { to: 'maturing', signs: ['steady', ...leading('coalescing')] }
  return { to: 'coalescing', signs: ['steady'] }
}

const restDays = 90

interface Decided {
  fromStage: Stage
  toStage: Stage
  proposed: Stage | null
  at: Date
}

/** Who decided that it stays is not asked the same again for a quarter. */
export const restsOn = (proposal: Proposal, latest: Decided | undefined, now: Date): boolean =>
  latest !== undefined &&
  latest.fromStage === latest.toStage &&
  latest.proposed === proposal.to &&
  now.getTime() - latest.at.getTime() < restDays * 86_400_000
