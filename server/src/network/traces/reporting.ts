import type { Gather } from './gather/gather.ts'
import type { Standings } from './gather/standing.ts'
import type { Written } from './queries/imports.ts'

const mostStrangers = 50
/** From this share of all traces on, one address is worth a word: it may be a shared mailbox or a machine. */
const muchForOne = 0.25
const enoughTraces = 100

/** Figures about addresses, not about people: those that belong to nobody known are named, others are not. */
export function reportOf(
  gather: Gather,
  standings: Standings,
  before: Written | undefined,
): Pick<Written, 'pairs' | 'strangers' | 'share'> {
  const strangers: [alias: string, traces: number][] = []
  const most = { person: 0, stranger: 0 }
  let busiest = -1
  for (let n = 0; n < gather.aliases.size; n++) {
    const traces = gather.takesPart[n] ?? 0
    if (standings.isPerson(n)) {
      most.person = Math.max(most.person, traces)
      continue
    }
    strangers.push([gather.aliases.textOf(n), traces])
    if (traces > most.stranger) [most.stranger, busiest] = [traces, n]
  }
  return {
    // Pairs that were read before a stop are not known any more.
    pairs: before ? null : gather.pairs.size,
    strangers: strangers.sort(([, one], [, other]) => other - one).slice(0, mostStrangers),
    share: gather.traces >= enoughTraces ? shareOf(gather, most, busiest) : null,
  }
}

/** An address that is nobody's comes first: something can be done about it. A person is named to nobody. */
function shareOf(gather: Gather, most: { person: number; stranger: number }, busiest: number): Written['share'] {
  const share = (traces: number) => Number((traces / gather.traces).toPrecision(2))
  if (share(most.stranger) >= muchForOne) return { share: share(most.stranger), alias: gather.aliases.textOf(busiest) }
  return share(most.person) >= muchForOne ? { share: share(most.person), alias: null } : null
}
