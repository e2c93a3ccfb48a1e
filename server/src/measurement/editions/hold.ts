import { type Database, inTransaction } from '#platform/database.ts'
import { rounded } from '#network/index.ts'
import { efficiency } from '../indicators/learning/efficiency.ts'
import { efficiencies } from '../mathematics/envelopment.ts'
import { addFigures, producersIn, unheldQuarters } from '../queries/editions.ts'

/** Fewer say nothing of one another. */
const fewest = 5

/**
 * Holds all communities against one another once a quarter is over: what changes in one changes the others, so it is
 * done once. The organization's edition says that it was done.
 */
export async function holdQuarters(db: Database, now: Date): Promise<void> {
  for (const quarter of await unheldQuarters(db, now)) {
    const rows = await producersIn(db, quarter)
    const found = rows.length < fewest ? [] : await efficiencies(rows.map(({ producer }) => producer))
    const upto = now.getTime()
    const figures = rows.flatMap(({ communityId }, at) => {
      const value = found[at]
      return value === undefined
        ? []
        : [{ communityId, figure: { state: 'shown', upto, value: rounded(value), of: rows.length } }]
    })
    const done = { communityId: null, figure: { state: 'none', upto } }
    await inTransaction(db, (tx) => addFigures(tx, quarter, efficiency.id, [...figures, done]))
  }
}
