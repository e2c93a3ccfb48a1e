import type { LearningRows } from '#learning/index.ts'
import { askedIn } from './check-learning.ts'
import { slugOf } from './example.ts'
import type { LearningItem, Need, NeedsAssessment } from './format-learning.ts'
import type { Telling } from './telling.ts'

type All = { [Table in keyof LearningRows]-?: NonNullable<LearningRows[Table]> }

/** Needs, interests, the catalogue with what people made of it, and assessments with their answers. */
export function tellLearning(telling: Telling): LearningRows {
  const rows: All = {
    need: [],
    needShare: [],
    interest: [],
    learningItem: [],
    learningItemTopic: [],
    learningDecline: [],
    learningDone: [],
    needsAssessment: [],
    needsAssessmentTopic: [],
    needsAssessmentPerson: [],
    needsAssessmentAnswer: [],
  }
  const { id, at, example } = telling
  const { needs, interests, items, assessments } = example.learning
  for (const [place, one] of needs.entries()) tellNeed(telling, one, `${place}`, rows)
  for (const { by, at: moment, topic } of interests)
    rows.interest.push({ personId: id('person', by), topicId: id('topic', topic), at: at(moment) })
  for (const one of items) tellItem(telling, one, rows)
  for (const one of assessments) tellAssessment(telling, one, rows)
  return rows
}

function tellNeed({ id, at, happened }: Telling, one: Need, slug: string, rows: All) {
  const need = id('need', slug)
  rows.need.push({
    id: need,
    personId: id('person', one.by),
    topicId: id('topic', one.topic),
    gap: one.gap,
    note: one.note,
    notedAt: at(one.at),
    metAt: one.met ? at(one.met.at) : null,
  })
  for (const { at: moment, mentor, community } of one.shares) {
    const mentorId = mentor ? id('person', mentor) : null
    const communityId = community ? id('community', community) : null
    rows.needShare.push({ needId: need, mentorId, communityId, sharedAt: at(moment) })
    if (mentorId)
      happened.push({
        actor: id('person', one.by),
        verb: 'learning.need_shared',
        subject: { kind: 'person', id: id('person', one.by) },
        people: [mentorId],
        at: at(moment),
      })
  }
}

function tellItem({ id, at, happened }: Telling, one: LearningItem, rows: All) {
  const item = id('item', one.slug)
  const person = (slug: string | undefined) => (slug ? id('person', slug) : null)
  rows.learningItem.push({
    id: item,
    kind: one.kind,
    title: one.title,
    words: one.words,
    minutes: one.minutes,
    address: one.address ?? null,
    practiceId: one.practice ? id('practice', one.practice) : null,
    personId: person(one.person),
    agreedAt: one.agreed ? at(one.agreed.at) : null,
    expiresOn: one.expiresOn ?? null,
    lawReason: one.law?.reason ?? null,
    lawUnits: one.law?.units.map((unit) => id('unit', unit)) ?? [],
    lawOccupations: [],
    lawBy: person(one.law?.by),
    lawAt: one.law ? at(one.law.at) : null,
    addedBy: person(one.by),
    addedAt: at(one.at),
    changedAt: at(one.retired?.at ?? one.at),
    retiredAt: one.retired ? at(one.retired.at) : null,
    retiredBy: person(one.retired?.by),
  })
  for (const topic of one.topics) rows.learningItemTopic.push({ itemId: item, topicId: id('topic', topic) })
  for (const { by, at: moment, act } of one.done)
    rows.learningDone.push({ personId: id('person', by), itemId: item, act, applicationId: null, at: at(moment) })
  for (const { by, at: moment } of one.declined)
    rows.learningDecline.push({ personId: id('person', by), itemId: item, topicId: null, at: at(moment) })
  happened.push({
    actor: id('person', one.by),
    verb: 'learning.item_added',
    subject: { kind: 'learning_item', id: item },
    at: at(one.at),
  })
}

/** What is published comes afterwards, counted as in every other organization. */
const uncounted = { asked: null, answered: null, topics: [] }

function tellAssessment(telling: Telling, one: NeedsAssessment, rows: All) {
  const { id, at, happened, example } = telling
  const assessment = id('needsAssessment', one.slug)
  const state = one.closed ? 'closed' : 'open'
  rows.needsAssessment.push({
    id: assessment,
    title: one.title,
    purpose: one.purpose,
    state,
    units: one.units.map((unit) => id('unit', unit)),
    occupations: [],
    communities: one.communities.map((community) => id('community', community)),
    closesOn: one.closesOn,
    madeBy: id('person', one.by),
    madeAt: at(one.at),
    openedAt: at(one.opened.at),
    closedAt: one.closed ? at(one.closed.at) : null,
    result: one.closed ? uncounted : null,
    origin: 'asked',
  })
  for (const [place, { topic, en, fi }] of one.questions.entries())
    rows.needsAssessmentTopic.push({
      assessmentId: assessment,
      topicId: id('topic', topic),
      place: place + 1,
      words: { en, fi },
    })
  const asked = askedIn(example, one)
  const unitOf = new Map(example.people.map((person) => [slugOf(person), id('unit', person.unit)]))
  for (const slug of asked) {
    const answer = one.answers.find(({ by }) => by === slug)
    rows.needsAssessmentPerson.push({
      assessmentId: assessment,
      personId: id('person', slug),
      unitId: unitOf.get(slug)!,
      state: answer?.state ?? 'asked',
      stateAt: at(answer?.at ?? one.opened.at),
    })
    for (const [place, gap] of (answer?.gaps ?? []).entries())
      rows.needsAssessmentAnswer.push({
        assessmentId: assessment,
        personId: id('person', slug),
        topicId: id('topic', one.questions[place]!.topic),
        gap,
        at: at(answer!.at),
      })
  }
  const tell = (verb: `learning.assessment_${string}`, moment: string, people: string[] = []) =>
    happened.push({
      actor: id('person', one.by),
      verb,
      subject: { kind: 'needs_assessment', id: assessment },
      people,
      at: at(moment),
    })
  tell('learning.assessment_written', one.at)
  tell(
    'learning.assessment_opened',
    one.opened.at,
    asked.filter((slug) => slug !== one.by).map((slug) => id('person', slug)),
  )
  if (one.closed) tell('learning.assessment_closed', one.closed.at)
}
