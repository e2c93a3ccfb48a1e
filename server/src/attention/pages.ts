import type { PageLink } from '@mortar/contract/attention'
import { communitiesFor } from '#community/index.ts'
import { inquiriesFor, linkToInquiry } from '#inquiry/index.ts'
import { assessmentsAskedOf, pairsAskedOf } from '#learning/index.ts'
import { reportsFor, storiesFor } from '#measurement/index.ts'
import { recognitionsAskedOf, sourceLinks, surveysAskedOf } from '#network/index.ts'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practiceLinks } from '#practice/index.ts'
import { escalationsFor, feedsByIds, imperativesFor, signalsFor } from '#sensing/index.ts'

interface Subject {
  subjectKind: string
  subjectId: string
}

/** Titles of pages that somebody may see; others are not there. One read for each kind. */
export async function pagesFor(
  db: Reader,
  actor: Actor,
  subjects: Subject[],
): Promise<(subject: Subject) => PageLink | undefined> {
  const ids = (kind: string) => [
    ...new Set(subjects.filter((one) => one.subjectKind === kind).map((one) => one.subjectId)),
  ]
  const [inquiries, practices, communities, units, sources, recognitions, surveys, sensed, assessments, pairs, person] =
    await Promise.all([
      inquiriesFor(db, actor, ids('inquiry')),
      practiceLinks(db, actor, ids('practice')),
      communitiesFor(db, actor, ids('community')),
      unitLinks(db, ids('unit')),
      sourceLinks(db, ids('source')),
      recognitionsAskedOf(db, actor, ids('recognition')),
      surveysAskedOf(db, actor, ids('survey')),
      sensedPages(db, actor, ids),
      assessmentsAskedOf(db, actor, ids('needs_assessment')),
      pairsAskedOf(db, actor, ids('pair')),
      peopleFor(db, ids('person')),
    ])
  const titles = new Map<string, string | null>([
    ...inquiries.map(linkToInquiry).map(({ id, title }) => [id, title] as const),
    ...practices.map(({ id, title }) => [id, title] as const),
    ...communities.map(({ community }) => [community.id, community.name] as const),
    ...units.map(({ id, name }) => [id, name] as const),
    ...sources.map(({ id, name }) => [id, name] as const),
    ...surveys.map(({ id, name }) => [id, name] as const),
    ...sensed,
    ...assessments.map(({ id, title }) => [id, title] as const),
    ...pairs.map(({ id, title }) => [id, title] as const),
    ...ids('person').flatMap((id) => {
      const link = person(id)
      return link ? [[id, link.name] as const] : []
    }),
    ...recognitions.map((id) => [id, null] as const),
  ])
  return ({ subjectKind, subjectId }) =>
    titles.has(subjectId)
      ? { kind: subjectKind as PageLink['kind'], id: subjectId, title: titles.get(subjectId) ?? null }
      : undefined
}

async function sensedPages(
  db: Reader,
  actor: Actor,
  ids: (kind: string) => string[],
): Promise<(readonly [string, string])[]> {
  const [escalations, imperatives, signals, feeds, stories, reports] = await Promise.all([
    escalationsFor(db, actor, ids('escalation')),
    imperativesFor(db, actor, ids('imperative')),
    signalsFor(db, actor, ids('signal')),
    feedsByIds(db, actor, ids('feed')),
    storiesFor(db, actor, ids('story')),
    reportsFor(db, actor, ids('value_report')),
  ])
  return [
    ...escalations.map(({ escalation: { id, title } }) => [id, title] as const),
    ...imperatives.map(({ id, title }) => [id, title] as const),
    ...signals.map(({ id, title }) => [id, title] as const),
    ...[...stories, ...reports].map(({ id, title }) => [id, title] as const),
    ...feeds.map(({ id, title, host }) => [id, title || host] as const),
  ]
}
