import { join } from 'node:path'
import { Plan } from '@mortar/contract/lab'
import { type Activity, record } from '#activity/index.ts'
import { importAttentionRows } from '#attention/index.ts'
import { importCommunityRows } from '#community/index.ts'
import { importInquiryRows } from '#inquiry/index.ts'
import { importMaturityRows, importMeasurementRows, noteAll, reckon } from '#measurement/index.ts'
import { saveExperiment } from '#lab/index.ts'
import { tellActivity, tellDiscovery, tellSurveys, tellTraces as writeTraces } from '#network/index.ts'
import { importOrganizationRows, saveSettings } from '#organization/index.ts'
import { importLearningRows, importPairingRows, planNow, publishTold } from '#learning/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { projectRoot } from '#platform/project.ts'
import { importPracticeRows } from '#practice/index.ts'
import { importSensingRows } from '#sensing/index.ts'
import { hasBegun, knownAs } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { type Example, slugOf } from './example.ts'
import { experimentsOf } from './experiments.ts'
import { planOf } from './plan.ts'
import { dayIn } from './moment.ts'
import { readExample } from './read.ts'
import { shiftedBefore } from './shift.ts'
import { tellCommunities } from './tell-communities.ts'
import { tellLearning } from './tell-learning.ts'
import { tellPairing } from './tell-pairing.ts'
import { tellInquiries } from './tell-inquiries.ts'
import { tellMaturity } from './tell-maturity.ts'
import { tellValue } from './tell-value.ts'
import { tellOrganization } from './tell-organization.ts'
import { tellSurveyAnswers } from './tell-surveys.ts'
import { tellSensing } from './tell-sensing.ts'
import { tellPractices } from './tell-practices.ts'
import { ownActivity, tellTraces } from './tell-traces.ts'
import { type Telling, telling } from './telling.ts'
import { tellVisitor } from './visitor.ts'

const folder = join(projectRoot, 'examples/rehabilitation-unit')

/** Fills an organization that has not begun with the example; its story ends just before today. */
export async function loadExample(db: Database, actor: Actor, now = new Date()): Promise<void> {
  const read = readExample(folder)
  const example = shiftedBefore(dayIn(read.organization.timeZone, now), read)
  const story = await inTransaction(db, async (tx) => {
    const { name, language, timeZone } = example.organization
    // The name first: of two who begin at once the second waits here and is then refused.
    if (!(await saveSettings(tx, { name, language, timeZone }))) throw refuse.conflict('begun')
    if (await hasBegun(tx)) throw refuse.conflict('notEmpty')
    const told = await tellWhole(tx, example, actor)
    for (const source of tellTraces(told, now)) await writeTraces(tx, source)
    await tellActivity(tx, ownActivity(now))
    await noteAll(tx)
    return {
      id: told.id('person', example.organization.knowledgeOffice[0]!),
      answers: tellSurveyAnswers(told),
      experiments: experimentsOf((slug) => told.id('community', slug)),
    }
  })
  // Once it is told: a computation sees only what everybody may see.
  const office = { ...actor, id: story.id, office: true, language: example.organization.language }
  await tellDiscovery(db, office, now)
  await tellSurveys(db, office, story.answers, now)
  await planNow(db, office, planOf(now))
  await reckon(db)
  for (const { plan, ...experiment } of story.experiments)
    await saveExperiment(db, office, { ...experiment, seen: 'organization', plan: Plan.parse(plan), result: null })
}

async function tellWhole(tx: Writer, example: Example, actor: Actor): Promise<Telling> {
  const known = await peopleHere(tx, example)
  const told = telling(example, known)
  const organization = tellOrganization(told, known)
  const communities = tellCommunities(told)
  const inquiries = tellInquiries(told)
  const practices = tellPractices(told)
  const sensing = tellSensing(told)
  const visitor = tellVisitor(told, actor.id, [...known.values()].includes(actor.id))

  await importOrganizationRows(tx, organization)
  await importOrganizationRows(tx, visitor.organization)
  await importCommunityRows(tx, communities)
  await importCommunityRows(tx, visitor.communities)
  await importInquiryRows(tx, inquiries)
  await importInquiryRows(tx, visitor.inquiries)
  await importPracticeRows(tx, practices)
  await importPracticeRows(tx, visitor.practices)
  await importSensingRows(tx, sensing)
  await importMeasurementRows(tx, tellValue(told))
  await importMaturityRows(tx, tellMaturity(told))
  await importLearningRows(tx, tellLearning(told))
  await importPairingRows(tx, tellPairing(told))
  await publishTold(tx, closedAssessments(told))
  await importAttentionRows(tx, { following: followingOf(told) })
  await recordAll(tx, told, actor)
  return told
}

const closedAssessments = ({ example, id }: Telling) =>
  example.learning.assessments.filter(({ closed }) => closed).map(({ slug }) => id('needsAssessment', slug))

/** Who set Mortar up may bear an address of the example, and is then that person. */
async function peopleHere(tx: Writer, { people }: Example): Promise<Map<string, string>> {
  const here = await knownAs(
    tx,
    people.map(({ email }) => email),
  )
  return new Map(here.map(({ email, id }) => [slugOf({ email: email! }), id]))
}

const followingOf = ({ example, id, at }: Telling) =>
  [...example.inquiries].flatMap(([slug, inquiry]) =>
    inquiry.follows.map((person) => ({
      personId: id('person', person),
      subjectKind: 'inquiry',
      subjectId: id('inquiry', slug),
      level: 'everything' as const,
      at: at(inquiry.at),
    })),
  )

const batch = 1000

/** In the order in which it happened, so that readers of the trail see it as it was. */
async function recordAll(tx: Writer, { happened, example, id }: Telling, actor: Actor): Promise<void> {
  const root = example.units.find(({ parent }) => parent === '')!
  const loaded: Activity = {
    actor: actor.id,
    verb: 'organization.imported',
    subject: { kind: 'organization', id: id('unit', root.id) },
    detail: { example: true },
    at: new Date(),
  }
  const all = [...happened.toSorted((a, b) => a.at.getTime() - b.at.getTime()), loaded]
  for (let from = 0; from < all.length; from += batch) await record(tx, ...all.slice(from, from + batch))
}
