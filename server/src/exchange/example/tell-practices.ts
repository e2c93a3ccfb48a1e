import type { Revision } from './format-practice.ts'
import { type AllPracticeRows, noRows, toldOf, type ToldPractice } from './practice-rows.ts'
import { lastOf, type Telling } from './telling.ts'
import { tellEvidence } from './tell-evidence.ts'
import { tellUnits } from './tell-units.ts'

export function tellPractices(telling: Telling): AllPracticeRows {
  const rows = noRows()
  for (const [slug, practice] of telling.example.practices) {
    const told = toldOf(telling, slug, practice)
    tellPractice(telling, told, rows)
    tellRevisions(telling, told, rows)
    tellMoves(telling, told, rows)
    tellChanges(telling, told, rows)
    tellUnits(telling, told, rows)
    tellEvidence(telling, told, rows)
  }
  return rows
}

const day = 86_400_000

function tellPractice({ id, at }: Telling, { id: own, practice, revisions }: ToldPractice, rows: AllPracticeRows) {
  const { kind, community, steward, topics, variantOf, origin, verifyDays, states, verifications, validations } =
    practice
  const first = revisions[0]!
  const was = (state: string) => states.find((one) => one.state === state)
  const verified = verifications.at(-1)
  const current = was('current')
  const counted = verified ?? current
  const validation = validations.at(-1)
  rows.practice.push({
    id: own,
    communityId: id('community', community),
    kind,
    state: states.at(-1)!.state,
    title: revisions.at(-1)!.title,
    revision: revisions.length,
    stewardId: id('person', steward),
    variantOf: variantOf ? id('practice', variantOf.practice) : null,
    variantContext: variantOf?.context ?? null,
    fromInquiry: origin ? id('inquiry', origin.inquiry) : null,
    madeBy: id('person', first.by),
    madeAt: at(first.at),
    changedAt: at(lastOf([...revisions, ...states].map((one) => one.at))),
    currentAt: current ? at(current.at) : null,
    verifyDays,
    verifiedAt: verified ? at(verified.at) : null,
    verifiedBy: verified ? id('person', verified.by) : null,
    reviewAt: counted ? new Date(at(counted.at).getTime() + verifyDays * day) : null,
    validatedAt: validation?.holds ? at(validation.at) : null,
    retiredAt: was('retired') ? at(was('retired')!.at) : null,
    retiredReason: was('retired')?.reason ?? null,
  })
  for (const slug of topics) rows.practiceTopic.push({ practiceId: own, topicId: id('topic', `${community} ${slug}`) })
  for (const slug of origin?.contributions ?? [])
    rows.practiceSource.push({ practiceId: own, contributionId: id('contribution', `${origin!.inquiry} ${slug}`) })
}

export const textOf = ({ title, problem, worksWhen, worksNot, how, steps = [], sources = '' }: Revision) => ({
  title,
  problem,
  worksWhen,
  worksNot,
  how,
  steps: steps.map(({ role, what }) => ({ role, what })),
  sources,
})

function tellRevisions(
  { id, at }: Telling,
  { id: own, practice, revisions, tell }: ToldPractice,
  rows: AllPracticeRows,
) {
  const { origin, variantOf, changes } = practice
  for (const [index, revision] of revisions.entries()) {
    const taken = changes.find(({ state, decided }) => state === 'taken' && decided?.at === revision.at)
    rows.practiceRevision.push({
      practiceId: own,
      revision: index + 1,
      ...textOf(revision),
      note: revision.note,
      byId: id('person', taken?.by ?? revision.by),
      takenBy: taken ? id('person', revision.by) : null,
      at: at(revision.at),
    })
    if (index > 0 && !taken) tell('revised', revision.by, revision.at, { detail: { revision: index + 1 } })
  }
  const { by, at: made } = revisions[0]!
  tell(origin ? 'distilled' : variantOf ? 'adapted' : 'written', by, made, {
    detail: {
      ...(origin && { inquiry: id('inquiry', origin.inquiry) }),
      ...(variantOf && { variantOf: id('practice', variantOf.practice) }),
    },
  })
}

const moved = { draft: null, proposed: 'proposed', current: 'taken', retired: 'retired' } as const

function tellMoves({ id, at }: Telling, { id: own, practice, revisions, tell }: ToldPractice, rows: AllPracticeRows) {
  const people = [id('person', revisions[0]!.by), id('person', practice.steward)]
  for (const { by, at: moment, state, reason } of practice.states) {
    rows.practiceMove.push({ practiceId: own, state, reason, byId: id('person', by), at: at(moment) })
    if (moved[state]) tell(moved[state], by, moment, { people })
  }
}

function tellChanges({ id, at }: Telling, told: ToldPractice, rows: AllPracticeRows) {
  const { practice, revisions, revisionAt, tell } = told
  for (const [index, change] of practice.changes.entries()) {
    const { by, at: moment, note, state, decided, ...text } = change
    const base = revisionAt(moment)
    const own = id('run', `${told.slug} change ${index}`)
    rows.changeProposal.push({
      id: own,
      practiceId: told.id,
      base,
      content: textOf({ ...revisions[base - 1]!, ...defined(text) }),
      note,
      byId: id('person', by),
      at: at(moment),
      state,
      decidedBy: decided ? id('person', decided.by) : null,
      decidedAt: decided ? at(decided.at) : null,
      reason: decided?.reason ?? null,
    })
    tell('change_proposed', by, moment, { people: [id('person', practice.steward)], detail: { change: own } })
    if (decided)
      tell(state === 'taken' ? 'change_taken' : 'change_declined', decided.by, decided.at, {
        people: [id('person', by)],
        detail: { change: own },
      })
  }
}

const defined = (text: object) =>
  Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)) as Partial<Revision>
