import type { Database } from '#platform/database.ts'
import { year } from '../facts/facts.ts'
import { readFacts } from '../facts/read.ts'
import { indicators } from '../indicators/all.ts'
import { refuse } from '../refusals.ts'
import { databaseNow } from '../queries/news.ts'

/** Ids of the practices of a community that an indicator flags now. */
export async function flaggedNow(db: Database, community: string, indicator: string): Promise<string[]> {
  const flagged = indicators.find(({ id }) => id === indicator)?.flagged
  if (!flagged) throw refuse.notFound('noFlags')
  const now = await databaseNow(db)
  const facts = (await readFacts(db, [community], new Date(now.getTime() - year), now)).get(community)!
  return flagged(facts, now.getTime()).map((row) => facts.practices.id[row]!)
}
