import {
  assumptionNames,
  type MatrixRow,
  type StoryBeginning,
  type StoryLine,
  type StoryView,
  type ValuationView,
} from '@mortar/contract/measurement-value'
import { communitiesFor, linkTo } from '#community/index.ts'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { practiceFor, practicesFor } from '#practice/index.ts'
import { imperativesFor } from '#sensing/index.ts'
import { indicatorNames, nameOf } from '../indicators/names.ts'
import { latestSentences } from '../latest.ts'
import { insideOf, type StoryFor } from './access.ts'
import { addsOf, floorOf } from './floor.ts'
import { adoptionReason, findApplication, imperativesNow, type ValuationRow } from './queries.ts'
import { cyclesOf, matrixOf, type Story } from './story.ts'

const given = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))]

/** Stories as lines; what they link to is shown where the reader may see it. */
export async function presentLines(db: Reader, actor: Actor, stories: readonly Story[]): Promise<StoryLine[]> {
  const [communities, person, practices, units, imperatives] = await Promise.all([
    communitiesFor(db, actor, given(stories.map(({ communityId }) => communityId))),
    peopleFor(
      db,
      stories.map(({ byId }) => byId),
    ),
    practicesFor(db, actor, given(stories.map(({ practiceId }) => practiceId))),
    unitLinks(db, given(stories.map(({ unitId }) => unitId))),
    imperativesFor(db, actor, given(stories.map(({ imperativeId }) => imperativeId))),
  ])
  const community = new Map(communities.map((found) => [found.community.id, linkTo(found.community)]))
  const practice = new Map(practices.map(({ id, title }) => [id, { id, title }]))
  const unit = new Map(units.map((one) => [one.id, one]))
  const imperative = new Map(imperatives.map((one) => [one.id, one]))
  return stories.flatMap((story) => {
    const place = community.get(story.communityId)
    if (!place) return []
    return {
      id: story.id,
      title: story.title,
      community: place,
      by: person(story.byId),
      at: story.at.toISOString(),
      cycles: cyclesOf(story),
      practice: practice.get(story.practiceId ?? '') ?? null,
      unit: practice.has(story.practiceId ?? '') ? (unit.get(story.unitId ?? '') ?? null) : null,
      imperative: imperative.get(story.imperativeId ?? '') ?? null,
      indicators: story.indicators.map((id) => ({ id, name: nameOf(id, actor.language) })),
      withdrawn: story.withdrawnAt !== null,
    }
  })
}

const rendered = (text: string) => (text ? { markdown: text, html: renderMarkdown(text) } : null)

export async function presentStory(db: Reader, actor: Actor, { story, who, figures }: StoryFor): Promise<StoryView> {
  const [line] = await presentLines(db, actor, [story])
  return {
    ...line!,
    told: {
      immediate: rendered(story.immediate)!,
      potential: rendered(story.potential),
      applied: rendered(story.applied),
      realized: rendered(story.realized),
      transformative: rendered(story.transformative),
      evidence: rendered(story.evidence),
    },
    application: line!.practice ? story.applicationId : null,
    changedAt: story.changedAt?.toISOString() ?? null,
    may: { edit: who.author, figures },
  }
}

/** Stories by indicators, each with what the indicator says now, for whoever may see the figures. */
export async function presentMatrix(
  db: Reader,
  actor: Actor,
  community: { id: string; member: boolean },
  stories: readonly Story[],
): Promise<MatrixRow[]> {
  const said = community.member ? await latestSentences(db, community.id, actor.language) : new Map<string, string>()
  return matrixOf(stories).map(({ indicator, ...row }) => ({
    ...row,
    indicator:
      indicator === null
        ? null
        : {
            id: indicator,
            name: nameOf(indicator, actor.language),
            sentence: said.get(indicator) ?? null,
          },
  }))
}

export async function presentValuations(
  db: Reader,
  actor: Actor,
  rows: readonly ValuationRow[],
  steward: boolean,
): Promise<ValuationView[]> {
  const [practices, person] = await Promise.all([
    practicesFor(db, actor, given(rows.map(({ practiceId }) => practiceId))),
    peopleFor(
      db,
      rows.map(({ byId }) => byId),
    ),
  ])
  const practice = new Map(practices.map(({ id, title }) => [id, { id, title }]))
  return rows.flatMap((row) => {
    const of = practice.get(row.practiceId)
    if (!of) return []
    return {
      id: row.id,
      practice: of,
      from: row.fromDay,
      to: row.toDay,
      assumptions: Object.fromEntries(
        assumptionNames.map((name) => [name, { ...row.assumptions[name], adds: addsOf(row.assumptions, name) }]),
      ) as ValuationView['assumptions'],
      floor: floorOf(row.assumptions),
      note: row.note,
      by: person(row.byId),
      at: row.at.toISOString(),
      may: { withdraw: steward || row.byId === actor.id },
    }
  })
}

interface From {
  community?: string | undefined
  practice?: string | undefined
  unit?: string | undefined
  application?: string | undefined
}

/** What a use or an adoption says already, so that nobody types it again. */
export async function presentBeginning(db: Reader, actor: Actor, from: From): Promise<StoryBeginning> {
  const application = from.application ? await findApplication(db, from.application) : undefined
  const practiceId = application?.practiceId ?? from.practice
  const practice = practiceId ? (await practiceFor(db, actor, practiceId)).practice : undefined
  const [line] = practice ? await practicesFor(db, actor, [practice.id]) : []
  const unitId = from.unit ?? application?.unitId
  const reason = practice && unitId ? await adoptionReason(db, practice.id, unitId) : undefined
  const [unit] = reason && unitId ? await unitLinks(db, [unitId]) : []
  const place = practice?.community.id ?? from.community
  const community = place ? await insideOf(db, actor, place) : undefined
  const own = application?.personId === actor.id
  return {
    community: community ? linkTo(community.community) : null,
    practice: line ? { id: line.id, title: line.title } : null,
    unit: unit ?? null,
    application: application?.id ?? null,
    title: line?.title ?? '',
    applied: reason && !own ? reason : '',
    realized: own ? application.changed : '',
    indicators: indicatorNames(actor.language),
    imperatives: await imperativesFor(
      db,
      actor,
      (await imperativesNow(db)).map(({ id }) => id),
    ),
  }
}
