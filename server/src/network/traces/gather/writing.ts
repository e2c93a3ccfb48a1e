import type pg from 'pg'
import type { Gather } from './gather.ts'
import type { Reason } from './skips.ts'
import type { Standing } from './standing.ts'
import { Rows, saveArtefacts, tieColumns, workColumns } from '../queries/write.ts'

/** Writes what was gathered, without those who may not be kept; what is left out is counted by why. */
export async function writeGathered(
  client: pg.ClientBase,
  gather: Gather,
  standings: Standing[],
  { importNo, source }: { importNo: number; source: string },
): Promise<number> {
  const numbers = Int32Array.from(standings, ({ number }) => number)
  const ties = await writeTies(client, gather, { numbers, standings }, importNo)
  const works = await writeWorks(client, gather, { numbers, standings }, importNo, source)
  return ties + works
}

interface Known {
  numbers: Int32Array
  standings: Standing[]
}

async function writeTies(client: pg.ClientBase, gather: Gather, { numbers, standings }: Known, importNo: number) {
  if (gather.tally.size === 0) return 0
  const rows = new Rows(client, tieColumns)
  const { cells, weights } = gather.tally
  for (const place of gather.tally.order(gather.aliases.size)) {
    const at = place * 4
    const [from, to, when, times] = [cells[at]!, cells[at + 1]!, cells[at + 2]!, cells[at + 3]!]
    const [one, other] = [numbers[from]!, numbers[to]!]
    // Several addresses of one person do not tie that person to themselves; which they are may be decided later.
    if (one === 0 || other === 0) {
      const why = whyNot(standings[from]!.why, standings[to]!.why)
      gather.skips.add(why, undefined, times)
      if (why === 'notAgreed') gather.withheld++
      continue
    }
    if (rows.full) await rows.flush()
    rows.row(7)
    rows.int(importNo)
    rows.short(when >> 5)
    rows.short(when & 31)
    rows.int(one)
    rows.int(other)
    rows.int(times)
    rows.real(weights[place]!)
  }
  return rows.end()
}

/** Another reason comes before what somebody chose: what is told of the others then does not depend on it. */
const whyNot = (one: Reason | null, other: Reason | null): Reason =>
  [one, other].find((why) => why !== null && why !== 'notAgreed') ?? 'notAgreed'

const batch = 5000

async function writeWorks(
  client: pg.ClientBase,
  gather: Gather,
  { numbers, standings }: Known,
  importNo: number,
  source: string,
) {
  const kept = []
  for (const work of gather.works)
    if (numbers[work.person]! > 0) kept.push(work)
    else {
      const why = standings[work.person]!.why!
      gather.skips.add(why, undefined, work.times)
      if (why === 'notAgreed') gather.withheld++
    }
  if (kept.length === 0) return 0
  const names = [...new Set(kept.map(({ artefact }) => artefact))]
  const artefacts = new Map<string, number>()
  for (let from = 0; from < names.length; from += batch) {
    const some = names.slice(from, from + batch)
    for (const [n, number] of (await saveArtefacts(client, source, some)).entries()) artefacts.set(some[n]!, number)
  }
  const rows = new Rows(client, workColumns)
  for (const { person, week, artefact, times } of kept) {
    if (rows.full) await rows.flush()
    rows.row(5)
    rows.int(importNo)
    rows.short(week)
    rows.int(artefacts.get(artefact)!)
    rows.int(numbers[person]!)
    rows.int(times)
  }
  return rows.end()
}
