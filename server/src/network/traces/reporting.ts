import type { Gather } from './gather/gather.ts'
import type { Standings } from './gather/standing.ts'
import type { Written } from './queries/imports.ts'

const mostStrangers = 50
/** From this share of all traces on, one address is worth a word: it may be a shared mailbox or a machine. */
const muchForOne = 0.25

/** Figures about addresses, not about people: those that belong to nobody known are named, others are not. */
export function reportOf(
  gather: Gather,
  standings: Standings,
  before: Written | undefined,
): Pick<Written, 'pairs' | 'strangers' | 'share'> {
  const strangers: [alias: string, traces: number][] = []
  let most = 0
  for (let n = 0; n < gather.aliases.size; n++) {
    const traces = gather.takesPart[n] ?? 0
    if (traces > (gather.takesPart[most] ?? 0)) most = n
    if (!standings.isPerson(n)) strangers.push([gather.aliases.textOf(n), traces])
  }
  const share = gather.traces > 0 ? (gather.takesPart[most] ?? 0) / gather.traces : 0
  return {
    // Pairs that were read before a stop are not known any more.
    pairs: before ? null : gather.pairs.size,
    strangers: strangers.sort(([, one], [, other]) => other - one).slice(0, mostStrangers),
    share:
      share >= muchForOne && gather.traces >= 100
        ? {
            share: Number(share.toPrecision(2)),
            alias: standings.isPerson(most) ? null : gather.aliases.textOf(most),
          }
        : null,
  }
}
