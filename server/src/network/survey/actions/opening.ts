import { audit, record } from '#activity/index.ts'
import { settingsOf } from '#organization/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { enough } from '#platform/few.ts'
import { refuse } from '../../refusals.ts'
import { registerSource } from '../../sources/actions.ts'
import { announce, everybody } from '../../sources/queries/sources.ts'
import { surveyFor } from '../access.ts'
import { noteReminders, saveAsked } from '../queries/asked.ts'
import { lockSurvey, openDraft, planOpening, takeOpeningBack } from '../queries/surveys.ts'
import { mayOpen, mayRemind, mayTakeBack, type Survey } from '../survey.ts'
import { subjectOf } from './drafting.ts'

/** The day where the organization is. */
export async function todayIn(db: Reader, now = new Date()): Promise<string> {
  const { timeZone } = await settingsOf(db)
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}

export async function openSurvey(db: Database, actor: Actor, id: string, on: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayOpen(survey, who)) throw refuse.conflict('surveyMoved')
    const today = await todayIn(tx)
    if (survey.closesOn && survey.closesOn < (on ?? today))
      throw refuse.invalid('surveyBackwards', { day: survey.closesOn })
    if (on === null || on <= today) return openNow(tx, actor.id, survey)
    await planOpening(tx, id, on)
    await record(tx, { actor: actor.id, verb: 'network.survey_planned', subject: subjectOf(id) })
  })
}

/** Asks everybody it is for, at once, and tells them. */
export async function openNow(tx: Writer, by: string | null, survey: Survey): Promise<void> {
  const { id, mode } = survey
  const { source, people } = await startAsking(tx, by, survey)
  if (mode === 'announced') {
    await announce(tx, source)
    await record(tx, {
      actor: by,
      verb: 'network.source_announced',
      subject: { kind: 'source', id: source },
      people: await everybody(tx),
    })
  }
  await record(tx, { actor: by, verb: 'network.survey_opened', subject: subjectOf(id), people })
  await audit(tx, 'network.survey_opened', { actor: by, subject: id })
}

/** From here on its source tells what it is for, and nothing of it changes. */
export async function startAsking(tx: Writer, by: string | null, survey: Survey) {
  const { id, name, purpose, legalGround, retentionDays, mode } = survey
  const terms = { name, purpose, legalGround, retentionDays, mode }
  const source = await registerSource(tx, by, { ...terms, kind: 'survey', channel: 'survey' })
  if (!(await openDraft(tx, id, source))) throw refuse.conflict('surveyMoved')
  const people = await saveAsked(tx, id, survey)
  if (!enough(people.length)) throw refuse.conflict('surveyTooFew')
  return { source, people }
}

export async function takeBackOpening(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockSurvey(tx, id)
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayTakeBack(survey, who)) throw refuse.conflict('surveyMoved')
    if (survey.state === 'draft') await planOpening(tx, id, null)
    else if (!(await takeOpeningBack(tx, id, survey.sourceId!))) throw refuse.conflict('surveyBegun')
    await record(tx, { actor: actor.id, verb: 'network.survey_taken_back', subject: subjectOf(id) })
    await audit(tx, 'network.survey_taken_back', { actor: actor.id, subject: id })
  })
}

/** Reminds by the office's act: at most once a day, whoever has not answered and did not ask to be left alone. */
export async function remindNow(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { survey, who } = await surveyFor(tx, actor, id)
    if (!who.office) throw refuse.forbidden('officeOnly')
    if (!mayRemind(survey, who)) throw refuse.conflict('surveyClosed')
    await remind(tx, id, { daysApart: 1, most: 10 })
    await audit(tx, 'network.survey_reminded', { actor: actor.id, subject: id })
  })
}

/** A line of the trail for each, so that none tells who else has not answered. */
export async function remind(tx: Writer, id: string, pace: { daysApart: number; most: number }): Promise<void> {
  const people = await noteReminders(tx, id, pace)
  const batch = 1000
  for (let from = 0; from < people.length; from += batch)
    await record(
      tx,
      ...people.slice(from, from + batch).map((person) => ({
        actor: null,
        verb: 'network.survey_reminded' as const,
        subject: subjectOf(id),
        people: [person],
      })),
    )
}
