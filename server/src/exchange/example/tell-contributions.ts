import { renderMarkdown } from '#platform/markdown.ts'
import type { Example } from './example.ts'
import type { Contribution, Inquiry } from './format.ts'
import { type AllInquiryRows, standsAt, type Told } from './inquiry-rows.ts'
import type { Telling } from './telling.ts'

const verbs = {
  answer: 'answered',
  experience: 'experience_told',
  question: 'asked_back',
  challenge: 'challenged',
} as const

const isHidden = ({ reports }: Contribution) => reports.find(({ decided }) => decided?.decision === 'hidden')?.decided

/** How many answers and experiences stand. */
export const answersOf = ({ contributions }: Inquiry): number =>
  contributions.filter((one) => (one.kind === 'answer' || one.kind === 'experience') && !isHidden(one)).length

export function tellContributions(telling: Telling, told: Told, rows: AllInquiryRows): void {
  for (const contribution of told.inquiry.contributions) {
    const id = telling.id('contribution', `${told.slug} ${contribution.slug}`)
    tellContribution(telling, told, contribution, id, rows)
    tellReplies(telling, told, contribution, id, rows)
    tellThanks(telling, told, contribution, id, rows)
    tellReports(telling, told, contribution, id, rows)
  }
}

function tellContribution({ id, at }: Telling, told: Told, one: Contribution, own: string, rows: AllInquiryRows) {
  const { inquiry, tell } = told
  const versions = [{ body: one.body, at: one.at }, ...one.edits]
  const { body } = versions.at(-1)!
  const helped = inquiry.resolutions.find((it) => 'helped' in it && it.helped.includes(one.slug))
  const hidden = isHidden(one)
  const byId = id('person', one.by)
  rows.contribution.push({
    id: own,
    inquiryId: told.id,
    parentId: null,
    kind: one.kind,
    outcome: one.outcome ?? null,
    body,
    html: renderMarkdown(body),
    byId,
    at: at(one.at),
    editedAt: one.edits.length > 0 ? at(one.edits.at(-1)!.at) : null,
    version: versions.length,
    helpedBy: helped ? id('person', helped.by) : null,
    helpedAt: helped ? at(helped.at) : null,
    hiddenAt: hidden ? at(hidden.at) : null,
    hiddenBy: hidden ? id('person', hidden.by) : null,
  })
  for (const [index, earlier] of versions.slice(0, -1).entries())
    rows.wording.push({
      subjectId: own,
      version: index + 1,
      title: null,
      body: earlier.body,
      outcome: one.outcome ?? null,
      byId,
      at: at(earlier.at),
    })
  tell(verbs[one.kind], one.by, one.at, {
    people: [id('person', inquiry.by)],
    detail: { contribution: own, kind: one.kind, ...(one.outcome && { outcome: one.outcome }) },
  })
  for (const [index, edit] of one.edits.entries())
    tell('contribution_edited', edit.by, edit.at, { detail: { contribution: own, version: index + 2 } })
}

function tellReplies({ id, at }: Telling, told: Told, one: Contribution, parentId: string, rows: AllInquiryRows) {
  for (const [index, reply] of one.replies.entries()) {
    const own = id('contribution', `${told.slug} ${one.slug} ${index}`)
    rows.contribution.push({
      id: own,
      inquiryId: told.id,
      parentId,
      kind: 'reply',
      outcome: null,
      body: reply.body,
      html: renderMarkdown(reply.body),
      byId: id('person', reply.by),
      at: at(reply.at),
      editedAt: null,
      version: 1,
      helpedBy: null,
      helpedAt: null,
      hiddenAt: null,
      hiddenBy: null,
    })
    told.tell('replied', reply.by, reply.at, {
      people: [id('person', one.by)],
      detail: { contribution: own, kind: 'reply' },
    })
  }
}

function tellThanks({ id, at }: Telling, told: Told, one: Contribution, contributionId: string, rows: AllInquiryRows) {
  for (const { by, at: moment, reason } of one.thanks) {
    rows.thanks.push({ contributionId, personId: id('person', by), reason, at: at(moment) })
    told.tell('thanked', by, moment, { people: [id('person', one.by)], detail: { contribution: contributionId } })
  }
}

function tellReports({ example, id, at }: Telling, told: Told, one: Contribution, own: string, rows: AllInquiryRows) {
  for (const { by, at: moment, reason, decided } of one.reports) {
    rows.report.push({
      subjectKind: 'contribution',
      subjectId: own,
      byId: id('person', by),
      reason,
      at: at(moment),
      decision: decided?.decision ?? null,
      decidedBy: decided ? id('person', decided.by) : null,
      decidedAt: decided ? at(decided.at) : null,
    })
    told.tell('reported', by, moment, {
      people: facilitatorsAt(told, example, moment).map((slug) => id('person', slug)),
      detail: { contribution: own },
    })
    if (!decided) continue
    if (decided.decision === 'kept') told.tell('report_kept', decided.by, decided.at, { people: [id('person', by)] })
    if (decided.decision === 'hidden')
      told.tell('contribution_hidden', decided.by, decided.at, {
        people: [id('person', one.by)],
        detail: { contribution: own },
      })
    if (decided.decision !== 'redacted') continue
    const redaction = { ground: 'person', places: 1, files: 0 }
    rows.redaction.push({
      ...redaction,
      inquiryId: told.id,
      byId: id('person', decided.by),
      at: at(decided.at),
    })
    told.tell('redacted', decided.by, decided.at, { people: [id('person', told.inquiry.by)], detail: redaction })
  }
}

/** Who keeps order where an inquiry stands, at a moment. */
const facilitatorsAt = ({ inquiry }: Told, example: Example, moment: string): string[] =>
  standsAt(inquiry, moment).flatMap((slug) =>
    example.communities
      .get(slug)!
      .members.filter(({ roles }) =>
        roles.some(
          ({ role, from, to }) => role === 'facilitator' && from <= moment && (to === undefined || to > moment),
        ),
      )
      .map(({ person }) => person),
  )
