import { type Database, inTransaction } from '#platform/database.ts'
import { year } from '../facts/facts.ts'
import { readFacts, readWhole } from '../facts/read.ts'
import { quartersUntil, type Window } from '../facts/window.ts'
import { editionsOf, editionsOfAll, holdReckoning, openlyKnown, saveEditions } from '../queries/editions.ts'
import { databaseNow, dueCommunities, forgetNews } from '../queries/news.ts'
import { reckonUnits } from '../units/reckon.ts'
import { editionOf, isBegun } from './compute.ts'
import type { Edition } from './edition.ts'
import { holdQuarters } from './hold.ts'

/** How far back figures are kept and made. */
export const quartersKept = 8
/** A cohort is watched up to ninety days, and a year is looked back on. */
const horizon = year + 92 * 86_400_000
/** How many communities are read at once. */
const atOnce = 20

export interface Reckoned {
  communities: number
  editions: number
}

/**
 * Reckons what is due: the current quarter of each community with news, all quarters of one that is new, and then the
 * organization. What dies half way is noted still and done again. Several processes may try; one at a time does it.
 */
export async function reckon(db: Database, calm = 0): Promise<Reckoned> {
  const held = await holdReckoning(db)
  try {
    if (!held.mine) return { communities: 0, editions: 0 }
    const due = await dueCommunities(db, calm)
    let editions = 0
    for (const anew of [false, true]) {
      const ids = due.filter((each) => each.anew === anew).map(({ id }) => id)
      for (let at = 0; at < ids.length; at += atOnce) editions += await reckonSome(db, ids.slice(at, at + atOnce), anew)
    }
    if (due.length > 0) {
      editions += await reckonWhole(db)
      const now = await databaseNow(db)
      await holdQuarters(db, now)
      await reckonUnits(db, quartersUntil(now, quartersKept), now)
    }
    return { communities: due.length, editions }
  } finally {
    await held.release()
  }
}

async function reckonSome(db: Database, communities: string[], anew: boolean): Promise<number> {
  const now = await databaseNow(db)
  const windows = quartersUntil(now, anew ? quartersKept : 2)
  const earlier = await editionsOfAll(db, communities, windows[0]!.quarter)
  const facts = await readFacts(db, communities, new Date(windows[0]!.from - horizon), now)
  const made = communities.flatMap((community) => {
    const own = new Map(
      earlier.filter(({ communityId }) => communityId === community).map((each) => [each.quarter, each]),
    )
    return windows
      .filter((window) => (anew || !isOver(own.get(window.quarter), window)) && isBegun(facts.get(community)!, window))
      .map((window) => editionOf(community, facts.get(community)!, window, own.get(window.quarter)))
  })
  await inTransaction(db, async (tx) => {
    await saveEditions(tx, made)
    await forgetNews(tx, communities, now)
  })
  return made.length
}

/** Quarter by quarter, so that no more than some fifteen months lie in memory at once. */
async function reckonWhole(db: Database): Promise<number> {
  const now = await databaseNow(db)
  const earlier = new Map((await editionsOf(db, null, quartersKept + 1)).map((each) => [each.quarter, each]))
  const windows = quartersUntil(now, quartersKept).filter((window) => !isOver(earlier.get(window.quarter), window))
  const communities = await openlyKnown(db)
  let made = 0
  for (const window of windows) {
    const facts = await readWhole(db, communities, new Date(window.from - horizon), new Date(window.to))
    if (!isBegun(facts, window)) continue
    const edition = editionOf(null, facts, window, earlier.get(window.quarter))
    await inTransaction(db, (tx) => saveEditions(tx, [edition]))
    made++
  }
  return made
}

const isOver = (edition: Edition | undefined, { to }: Window) =>
  edition !== undefined && new Date(edition.upto).getTime() >= to
