import { record } from '#activity/index.ts'
import { type Database, inTransaction } from '#platform/database.ts'
import { Failure } from '#platform/failure.ts'
import { contributionsByOrigin, inquiriesByOrigin, personIdsByKey } from '../queries.ts'
import { bringAnswers } from './answers.ts'
import { batches, type Bringing, type TellStep } from './bringing.ts'
import { bringComments } from './comments.ts'
import { communityFor } from './community.ts'
import { dumpAt } from './dump.ts'
import { bringPeople } from './people.ts'
import { bringQuestions } from './questions.ts'
import { type Report, reportOn } from './report.ts'
import { isHost, siteOf } from './site.ts'
import { surveyOf } from './survey.ts'
import { bringTopics } from './topics.ts'

export interface Asked {
  /** A folder, or Posts.xml in it. */
  path: string
  community: string
  create?: boolean
  site?: string | undefined
  dryRun?: boolean
}

/**
 * Brings a Stack Exchange dump into a community. What is there already is known by the address of its original, so that
 * an import may be repeated, and goes on where it was cut off.
 */
export async function importStackExchange(db: Database, asked: Asked, tell: TellStep = () => {}): Promise<Report> {
  const { path, community, create = false, dryRun = false } = asked
  if (asked.site && !isHost(asked.site))
    throw new Failure(
      `--site takes the name of a site, such as cooking.stackexchange.com, not "${asked.site}".`,
      'usage',
    )
  const dump = dumpAt(path)
  const survey = await surveyOf(dump, (done, total) => tell('reading', done, total))
  const site = siteOf(dump.posts, asked.site, survey.links)
  const { id, name, opened } = await communityFor(db, community, { create, dryRun, site })
  const report = reportOn(survey, site, { name, opened }, dryRun)
  const bringing = { db, dump, site, survey, report, tell, people: new Map(), topics: new Map() }
  await (dryRun || !id ? look(bringing) : bring({ ...bringing, communityId: id }))
  return report
}

async function bring(bringing: Bringing): Promise<void> {
  await bringPeople(bringing)
  await bringTopics(bringing)
  await bringQuestions(bringing)
  await bringAnswers(bringing)
  await bringComments(bringing)
  await tellCommunity(bringing)
}

/** What an import would find here already. */
async function look({ db, site, survey, report }: Omit<Bringing, 'communityId'>): Promise<void> {
  for await (const batch of batches(survey.questions))
    report.inquiries.there += (await inquiriesByOrigin(db, batch.map(site.question))).size
  for await (const batch of batches(survey.answers.keys()))
    report.answers.there += (await contributionsByOrigin(db, batch.map(site.answer))).size
  for await (const batch of batches(survey.authors.keys()))
    report.people.there += (await personIdsByKey(db, batch.map(site.personKey))).size
}

async function tellCommunity({ db, communityId, report }: Bringing): Promise<void> {
  const { inquiries, answers, comments } = report
  if (inquiries.written + answers.written + comments.written === 0) return
  await inTransaction(db, (tx) =>
    record(tx, {
      actor: null,
      verb: 'community.imported',
      subject: { kind: 'community', id: communityId },
      communities: [communityId],
      detail: { inquiries: inquiries.written, contributions: answers.written + comments.written },
    }),
  )
}
