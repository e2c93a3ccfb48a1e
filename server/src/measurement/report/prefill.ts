import type { Reader } from '#platform/database.ts'
import { latestSentences } from '../latest.ts'
import { storiesOf } from '../value/queries.ts'
import { doneIn, openCommunities, resourcesOf } from './queries.ts'
import type { Period, Report } from './report.ts'
import { type Gathered, reportText } from './text.ts'

/** The figures that a report begins with, each in its own sentence. */
const about = ['answeredRate', 'healthIndex', 'repertoireFreshness', 'adoptionBreadth', 'crossUnitShare']

/** What is known of a period: of one community, or of all that everybody may look into. */
export async function gather(
  db: Reader,
  community: string | null,
  period: Period,
  language: string,
): Promise<Gathered> {
  const ids = community ? [community] : await openCommunities(db)
  const [done, stories, given, figures] = await Promise.all([
    doneIn(db, ids, period),
    storiesOf(db, { communities: ids }, 30, period),
    resourcesOf(db, { communities: ids }),
    latestSentences(db, community, language),
  ])
  const within = given.filter(({ fromDay, toDay }) => fromDay <= period.to && toDay >= period.from)
  return {
    ...done,
    stories: stories.map(({ id, title }) => ({ id, title })),
    hours: sum(within.filter(({ kind }) => kind === 'time')),
    money: sum(within.filter(({ kind }) => kind === 'money')),
    figures: about.flatMap((id) => figures.get(id) ?? []),
  }
}

const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0)

/** The first version of a report, for people to write on. */
export const prefilled = async (
  db: Reader,
  { communityId, kind, fromDay, toDay }: Pick<Report, 'communityId' | 'kind' | 'fromDay' | 'toDay'>,
  language: string,
  today: string,
): Promise<string> =>
  reportText(kind, await gather(db, communityId, { from: fromDay, to: toDay }, language), language, today)
