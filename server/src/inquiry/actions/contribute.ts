import type { Contribute, ContributionKind, EditContribution } from '@mortar/contract/inquiry'
import { type Database, inTransaction, lastStep, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { timeOrderedId } from '#platform/id.ts'
import { filesIn, mentionedIn, renderMarkdown } from '#platform/markdown.ts'
import { contributionToChange, inquiryFor, inquiryToChange } from '../access.ts'
import { isOwn, mayEditContribution, mayRestoreContribution, mayWithdrawContribution } from '../contribution.ts'
import { type InquiryFor, mayContribute, setApart } from '../inquiry.ts'
import { addContribution, findContribution, setContributionApart } from '../queries/contributions.ts'
import { readersAmong, recount } from '../queries/inquiries.ts'
import { keepContributionWording } from '../queries/wordings.ts'
import { refuse } from '../refusals.ts'
import { activityOn, mustStand, recordOn, weave } from './said.ts'

const verbs: Record<ContributionKind, string> = {
  answer: 'answered',
  experience: 'experience_told',
  question: 'asked_back',
  challenge: 'challenged',
  reply: 'replied',
}

/** Adds an answer, an experience, a question back, a challenge, or a reply to one of these. */
export function contribute(db: Database, actor: Actor, inquiryId: string, input: Contribute): Promise<{ id: string }> {
  // What it replies to may be withdrawn meanwhile: the inquiry is held until it stands.
  if (input.kind === 'reply')
    return inTransaction(db, async (tx) => addTo(tx, actor, await inquiryToChange(tx, actor, inquiryId), input))
  return atOnce(db, async (one) => addTo(one, actor, await inquiryFor(one, actor, inquiryId), input))
}

/** Only the last step writes, so that it needs no transaction, unless the request adds a step of its own. */
const atOnce = <Result>(db: Database, act: (db: Database | Writer) => Promise<Result>): Promise<Result> =>
  lastStep.getStore() ? inTransaction(db, act) : act(db)

async function addTo(
  db: Database | Writer,
  actor: Actor,
  found: InquiryFor,
  input: Contribute,
): Promise<{ id: string }> {
  mustStand(found)
  if (!mayContribute(found)) throw refuse.conflict('closed')

  const { inquiry } = found
  const { kind, body } = input
  const parentId = kind === 'reply' ? input.parent : null
  const outcome = kind === 'experience' ? input.outcome : null
  const answered = parentId ? ((await findContribution(db, parentId))?.byId ?? null) : inquiry.askedBy
  const mentioned = await readersAmong(db, inquiry.id, mentionedIn(body))
  const id = timeOrderedId()
  const done = await addContribution(
    db,
    {
      id,
      inquiryId: inquiry.id,
      byId: actor.id,
      kind,
      outcome,
      parentId,
      body,
      html: renderMarkdown(body),
      files: filesIn(body),
    },
    activityOn(found, verbs[kind], {
      people: [answered, ...mentioned],
      detail: { contribution: id, kind, ...(outcome && { outcome }) },
    }),
  )
  if (!done) {
    // Set apart or merged since it was read, unless it is what the reply is to.
    mustStand(await inquiryFor(db, actor, inquiry.id))
    throw refuse.conflict(parentId ? 'parentGone' : 'closed')
  }
  return { id }
}

/** Writes the next version of one's own contribution; the earlier one stays readable. */
export const editContribution = (db: Database, actor: Actor, id: string, { base, body, outcome }: EditContribution) =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, id)
    const { contribution } = found
    if (!isOwn(found)) throw refuse.forbidden('notAuthor')
    mustStand(found)
    if (!mayEditContribution(found)) throw refuse.conflict(setApart(contribution) ?? 'withdrawn')

    const kept = contribution.kind === 'experience' ? (outcome ?? contribution.outcome) : null
    const text = { body, html: renderMarkdown(body), outcome: kept }
    if (!(await keepContributionWording(tx, id, base, text))) {
      throw refuse.conflict('wordingMoved', { version: contribution.version })
    }
    const mentioned = await weave(tx, actor.id, contribution.inquiryId, { kind: 'contribution', id }, body)
    await recordOn(tx, found, 'contribution_edited', {
      people: mentioned,
      detail: { contribution: id, version: base + 1 },
    })
    return { version: base + 1 }
  })

/** Withdraws one's own contribution, or lets it stand again. */
export const setContributionWithdrawn = (db: Database, actor: Actor, id: string, withdrawn: boolean): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await contributionToChange(tx, actor, id)
    if (!isOwn(found)) throw refuse.forbidden('notAuthor')
    if (!(withdrawn ? mayWithdrawContribution : mayRestoreContribution)(found)) return
    if (!(await setContributionApart(tx, id, { withdrawn }))) return
    await recount(tx, found.inquiry.id)
    await recordOn(tx, found, withdrawn ? 'contribution_withdrawn' : 'contribution_restored', {
      detail: { contribution: id },
    })
  })
