import type { Contribute, ContributionKind, EditContribution } from '@mortar/contract/inquiry'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { contributionToChange, inquiryToChange } from '../access.ts'
import { isOwn, mayEditContribution, mayRestoreContribution, mayWithdrawContribution } from '../contribution.ts'
import { mayContribute, setApart } from '../inquiry.ts'
import { findContribution, saveContribution, setContributionApart } from '../queries/contributions.ts'
import { touch } from '../queries/inquiries.ts'
import { keepContributionWording } from '../queries/wordings.ts'
import { refuse } from '../refusals.ts'
import { mustStand, recordOn, weave } from './said.ts'

const verbs: Record<ContributionKind, string> = {
  answer: 'answered',
  experience: 'experience_told',
  question: 'asked_back',
  challenge: 'challenged',
  reply: 'replied',
}

/** Adds an answer, an experience, a question back, a challenge, or a reply to one of these. */
export const contribute = (db: Database, actor: Actor, inquiryId: string, input: Contribute): Promise<{ id: string }> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, inquiryId)
    mustStand(found)
    if (!mayContribute(found)) throw refuse.conflict('closed')

    const parentId = input.kind === 'reply' ? input.parent : null
    const id = await saveContribution(tx, inquiryId, actor.id, {
      kind: input.kind,
      outcome: input.kind === 'experience' ? input.outcome : null,
      parentId,
      body: input.body,
      html: renderMarkdown(input.body),
    })
    if (!id) throw refuse.conflict('parentGone')
    await touch(tx, inquiryId, { news: true })

    const mentioned = await weave(tx, actor.id, inquiryId, { kind: 'contribution', id }, input.body)
    const answered = parentId ? ((await findContribution(tx, parentId))?.byId ?? null) : found.inquiry.askedBy
    await recordOn(tx, found, verbs[input.kind], {
      people: [answered, ...mentioned],
      detail: { contribution: id, kind: input.kind, ...(input.kind === 'experience' && { outcome: input.outcome }) },
    })
    return { id }
  })

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
    await touch(tx, found.inquiry.id, { news: false })
    await recordOn(tx, found, withdrawn ? 'contribution_withdrawn' : 'contribution_restored', {
      detail: { contribution: id },
    })
  })
