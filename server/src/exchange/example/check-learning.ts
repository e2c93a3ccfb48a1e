import { type Example, slugOf } from './example.ts'
import type { LearningItem, Need, NeedsAssessment } from './format-learning.ts'
import { worksHere } from './order.ts'

/** Topics exist, needs are shared where one is a member, and only those answer who were asked. */
export function learningProblems(example: Example): string[] {
  const { needs, interests, items, assessments } = example.learning
  const topics = topicsIn(example)
  const unknown = [
    ...[...needs, ...interests].map(({ topic }) => topic),
    ...items.flatMap((item) => item.topics),
    ...assessments.flatMap(({ questions }) => questions.map(({ topic }) => topic)),
  ].filter((topic) => !topics.has(topic))
  return [
    ...unknown.map((topic) => `no topic ${topic}`),
    ...needs.flatMap((need) => needProblems(need, example)),
    ...items.flatMap((item) => itemProblems(item, example)),
    ...assessments.flatMap((one) => assessmentProblems(one, example)),
  ].map((problem) => `learning.json: ${problem}`)
}

export const topicsIn = ({ communities }: Example) =>
  new Set(
    [...communities].flatMap(([slug, { topics }]) =>
      topics.flatMap((topic) => [topic, ...topic.topics].map((one) => `${slug} ${one.slug}`)),
    ),
  )

const needProblems = ({ by, topic, shares }: Need, { communities, ...rest }: Example): string[] =>
  shares.flatMap(({ mentor, community, at }) => {
    const member = communities
      .get(community ?? '')
      ?.members.some((one) => one.person === by && one.joinedAt <= at && (one.leftAt ?? at) >= at)
    if (community) return member ? [] : [`${by} is not in ${community} at ${at}`]
    return worksHere({ communities, ...rest }, mentor!, at) ? [] : [`${mentor} cannot help with ${topic} at ${at}`]
  })

const itemProblems = (
  { slug, kind, practice, person, law, by, expiresOn }: LearningItem,
  example: Example,
): string[] => [
  ...((kind === 'practice') === (practice !== undefined) && (kind === 'person') === (person !== undefined)
    ? []
    : [`${slug}: what it refers to does not fit its kind`]),
  ...(person && person !== by ? [`${slug}: ${by} offers somebody else`] : []),
  ...(law && !example.organization.knowledgeOffice.includes(law.by) ? [`${slug}: ${law.by} is not the office`] : []),
  ...(expiresOn && expiresOn < '2025-06-01' ? [`${slug}: it never was there`] : []),
]

function assessmentProblems({ slug, by, questions, answers, ...one }: NeedsAssessment, example: Example): string[] {
  const asked = new Set(askedIn(example, one))
  return [
    ...(example.organization.knowledgeOffice.includes(by) ? [] : [`${slug}: ${by} is not the office`]),
    ...answers.filter((answer) => !asked.has(answer.by)).map((answer) => `${slug}: ${answer.by} was not asked`),
    ...answers
      .filter(({ at }) => at < one.opened.at || at > (one.closed?.at ?? at))
      .map((answer) => `${slug}: ${answer.by} answers at ${answer.at}`),
    ...answers
      .filter(({ state, gaps }) =>
        state === 'finished' ? gaps.length !== questions.length : state === 'declined' && gaps.length > 0,
      )
      .map((answer) => `${slug}: ${answer.by} does not answer all questions`),
  ]
}

/** People of the units with everything below and of the communities, on the day it opened. */
export function askedIn(
  example: Example,
  { units, communities, opened }: Pick<NeedsAssessment, 'units' | 'communities' | 'opened'>,
): string[] {
  const below = new Set(units)
  for (const { id, parent } of [...example.units, ...example.units]) if (below.has(parent)) below.add(id)
  const members = communities.flatMap((slug) =>
    example.communities
      .get(slug)!
      .members.filter(({ joinedAt, leftAt }) => joinedAt <= opened.at && leftAt === undefined)
      .map(({ person }) => person),
  )
  const staff = example.people.filter(({ unit }) => below.has(unit)).map(slugOf)
  return [...new Set([...staff, ...members])].filter((slug) => worksHere(example, slug, opened.at))
}
