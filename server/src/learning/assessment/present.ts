import type { AssessmentLine, AssessmentView } from '@mortar/contract/learning-assessments'
import { communitiesFor, linkTo } from '#community/index.ts'
import { unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { enough, mayDiffer, shownCount } from '#platform/few.ts'
import { occupationsByIds } from '../queries.ts'
import { topicsByIds } from '../topic/queries/topics.ts'
import {
  type Assessment,
  inLanguage,
  mayAnswer,
  mayClose,
  mayDiscard,
  mayEdit,
  mayOpen,
  maySeeResult,
} from './assessment.ts'
import { countAsked, countTargeted, questionsOf } from './queries/assessments.ts'

export const presentLine = (found: Assessment, { language }: Actor): AssessmentLine => ({
  id: found.id,
  title: inLanguage(found.title, language),
  state: found.state,
  origin: found.origin,
  closesOn: found.closesOn,
  closedAt: found.closedAt?.toISOString() ?? null,
  questions: found.questions,
  mine: found.mine,
})

export async function presentAssessment(db: Reader, actor: Actor, found: Assessment): Promise<AssessmentView> {
  const [questions, units, occupations, communities] = [
    await questionsOf(db, found.id),
    await unitLinks(db, found.units),
    await occupationsByIds(db, found.occupations),
    await communitiesFor(db, actor, found.communities),
  ]
  const topics = await topicsByIds(
    db,
    actor.id,
    questions.map(({ topicId }) => topicId),
  )
  return {
    ...presentLine(found, actor),
    purpose: inLanguage(found.purpose, actor.language),
    written: { title: found.title, purpose: found.purpose },
    units,
    occupations,
    communities: communities.map(({ community }) => linkTo(community)),
    items: questions.flatMap(({ topicId, words }) => {
      const topic = topics.get(topicId) ?? publishedAs(found, topicId)
      return topic ? [{ topic, words, text: inLanguage(words, actor.language) }] : []
    }),
    ...(await peopleOf(db, actor, found)),
    may: {
      edit: mayEdit(found, actor),
      discard: mayDiscard(found, actor),
      open: mayOpen(found, actor),
      close: mayClose(found, actor),
      answer: mayAnswer(found),
      result: maySeeResult(found, actor),
    },
  }
}

/** A topic that became another since: as it was called when the assessment closed. */
const publishedAs = ({ result }: Assessment, id: string) => {
  const published = result?.topics.find(({ topic }) => topic.id === id)
  return published && { ...published.topic, community: null }
}

/** While it is open the learning lead hears how many answered in fives, so that no single person is seen to come. */
async function peopleOf(
  db: Reader,
  { office }: Actor,
  found: Assessment,
): Promise<Pick<AssessmentView, 'people' | 'answered'>> {
  if (!office) return { people: null, answered: null }
  if (found.state === 'draft') return { people: shownCount(await countTargeted(db, found)), answered: null }
  const { asked, answered } = await countAsked(db, found.id)
  const inFives = 5 * Math.floor(answered / 5)
  return { people: shownCount(asked), answered: enough(inFives) && mayDiffer(asked - inFives) ? inFives : null }
}
