import { renderMarkdown } from '#platform/markdown.ts'
import type { Inquiry } from './format.ts'
import { type AllInquiryRows, noRows, standsAt, type Told, toldOf } from './inquiry-rows.ts'
import { answersOf, tellContributions } from './tell-contributions.ts'
import { lastOf, type Telling } from './telling.ts'

export function tellInquiries(telling: Telling): AllInquiryRows {
  const rows = noRows()
  for (const [slug, inquiry] of telling.example.inquiries) {
    const told = toldOf(telling, slug, inquiry)
    tellInquiry(telling, told, rows)
    tellPlaces(telling, told, rows)
    tellPeople(telling, told, rows)
    tellSolved(telling, told, rows)
    tellContributions(telling, told, rows)
  }
  // Who was already there as the asker of a duplicate is there once.
  rows.meToo = [...new Map(rows.meToo.map((row) => [`${row.inquiryId} ${row.personId}`, row])).values()]
  return rows
}

function tellInquiry({ id, at }: Telling, { id: inquiryId, inquiry, tell }: Told, rows: AllInquiryRows) {
  const asker = id('person', inquiry.by)
  const versions = [{ body: inquiry.body, at: inquiry.at }, ...inquiry.edits]
  const { body } = versions.at(-1)!
  const solved = inquiry.resolutions.at(-1)
  rows.inquiry.push({
    id: inquiryId,
    title: inquiry.title,
    body,
    html: renderMarkdown(body),
    askedBy: asker,
    askedAt: at(inquiry.at),
    unitId: id('unit', inquiry.unit),
    problemKind: inquiry.problemKind,
    state: inquiry.state,
    resolvedAt: inquiry.state === 'resolved' ? at(solved!.at) : null,
    withdrawnAt: inquiry.withdrawn ? at(inquiry.withdrawn.at) : null,
    mergedInto: inquiry.merged ? id('inquiry', inquiry.merged.into) : null,
    editedAt: inquiry.edits.length > 0 ? at(inquiry.edits.at(-1)!.at) : null,
    version: versions.length,
    lastAt: at(lastSaid(inquiry)),
    answers: answersOf(inquiry),
  })
  for (const [index, earlier] of versions.slice(0, -1).entries())
    rows.wording.push({
      subjectId: inquiryId,
      version: index + 1,
      title: inquiry.title,
      body: earlier.body,
      outcome: null,
      byId: asker,
      at: at(earlier.at),
    })
  tell('asked', inquiry.by, inquiry.at)
  for (const [index, edit] of inquiry.edits.entries())
    tell('edited', edit.by, edit.at, { detail: { version: index + 2 } })
  if (inquiry.withdrawn) tell('withdrawn', inquiry.withdrawn.by, inquiry.withdrawn.at)
}

const lastSaid = (inquiry: Inquiry): string =>
  lastOf([inquiry.at, ...inquiry.contributions.flatMap((one) => [one.at, ...one.replies.map((reply) => reply.at)])])

function tellPlaces({ example, id, at }: Telling, told: Told, rows: AllInquiryRows) {
  const { id: inquiryId, inquiry, tell } = told
  const places = standsAt(inquiry, '9999')
  for (const community of places) {
    const came = inquiry.moved.findLast(({ to }) => to === community)
    rows.inquiryCommunity.push({
      inquiryId,
      communityId: id('community', community),
      since: at(came?.at ?? inquiry.at),
      lastAt: at(lastSaid(inquiry)),
    })
    const topics = example.communities.get(community)!.topics.flatMap((topic) => [topic, ...topic.topics])
    for (const topic of topics.filter((one) => inquiry.topics.includes(one.slug)))
      rows.inquiryTopic.push({ inquiryId, topicId: id('topic', `${community} ${topic.slug}`) })
  }
  for (const { by, at: moment, reason, ...move } of inquiry.moved) {
    const before = inquiry.moved.filter((one) => one.at < moment)
    rows.move.push({
      inquiryId,
      fromCommunities: standsAt({ ...inquiry, moved: before }, '9999').map((one) => id('community', one)),
      toCommunities: standsAt({ ...inquiry, moved: [...before, { by, at: moment, reason, ...move }] }, '9999').map(
        (one) => id('community', one),
      ),
      reason,
      byId: id('person', by),
      at: at(moment),
    })
    const contributors = inquiry.contributions.filter((one) => one.at < moment).map((one) => id('person', one.by))
    tell('moved', by, moment, { people: [id('person', inquiry.by), ...contributors] })
  }
}

function tellPeople({ example, id, at, happened }: Telling, told: Told, rows: AllInquiryRows) {
  const { id: inquiryId, inquiry, tell } = told
  const asker = id('person', inquiry.by)
  const person = (slug: string) => ({ inquiryId, personId: id('person', slug) })
  for (const { by, at: moment } of inquiry.meToo) {
    rows.meToo.push({ ...person(by), at: at(moment) })
    tell('met_too', by, moment, { people: [asker] })
  }
  for (const [index, asked] of inquiry.asked.entries()) {
    rows.askedPerson.push({ ...person(asked.person), byId: id('person', asked.by), at: at(asked.at), seat: index + 1 })
    tell('person_asked', asked.by, asked.at, { people: [id('person', asked.person)] })
  }
  for (const slug of inquiry.bookmarks)
    rows.bookmark.push({
      personId: id('person', slug),
      subjectKind: 'inquiry',
      subjectId: inquiryId,
      at: at(lastSaid(inquiry)),
    })

  const { merged } = inquiry
  if (!merged) return
  const target = example.inquiries.get(merged.into)!
  const into = id('inquiry', merged.into)
  for (const slug of [inquiry.by, ...inquiry.meToo.map((one) => one.by)])
    if (slug !== target.by)
      rows.meToo.unshift({ inquiryId: into, personId: id('person', slug), at: at(merged.at), carriedFrom: inquiryId })
  tell('merged', merged.by, merged.at, { people: [asker], detail: { into } })
  happened.push({
    actor: id('person', merged.by),
    verb: 'inquiry.duplicate_found',
    subject: { kind: 'inquiry', id: into },
    communities: standsAt(target, merged.at).map((community) => id('community', community)),
    unit: id('unit', target.unit),
    people: [id('person', target.by)].filter((one) => one !== id('person', merged.by)),
    detail: { duplicate: inquiryId },
    at: at(merged.at),
  })
}

function tellSolved({ id, at }: Telling, { id: inquiryId, slug, inquiry, tell }: Told, rows: AllInquiryRows) {
  const asker = id('person', inquiry.by)
  for (const one of inquiry.resolutions) {
    const anotherWay = 'anotherWay' in one ? one.anotherWay : ''
    const ended = inquiry.reopened.find((reopened) => reopened.at > one.at)
    rows.resolution.push({
      inquiryId,
      anotherWay,
      html: anotherWay && renderMarkdown(anotherWay),
      byId: id('person', one.by),
      at: at(one.at),
      endedAt: ended ? at(ended.at) : null,
      endedBy: ended ? id('person', ended.by) : null,
      endedReason: ended?.reason ?? '',
    })
    tell('resolved', one.by, one.at, { people: [asker], detail: { anotherWay: Boolean(anotherWay) } })
    for (const helped of 'helped' in one ? one.helped : []) {
      const author = inquiry.contributions.find((contribution) => contribution.slug === helped)!.by
      const contribution = id('contribution', `${slug} ${helped}`)
      tell('helped', one.by, one.at, { people: [id('person', author)], detail: { contribution } })
    }
  }
  for (const { by, at: moment } of inquiry.reopened) tell('reopened', by, moment, { people: [asker] })
}
