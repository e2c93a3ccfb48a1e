import type { EditInquiry } from '@mortar/contract/inquiry'
import { type Database, inTransaction } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { renderMarkdown } from '#platform/markdown.ts'
import { inquiryToChange } from '../access.ts'
import { isAsker, mayRestore, mayWithdraw } from '../inquiry.ts'
import { unitExists } from '../queries/context.ts'
import { saveState, saveTopics } from '../queries/inquiries.ts'
import { standingResolution } from '../queries/resolutions.ts'
import { keepInquiryWording } from '../queries/wordings.ts'
import { refuse } from '../refusals.ts'
import { mustStand, recordOn, weave } from './said.ts'

/** Writes the next version of one's own inquiry; the earlier one stays readable. */
export const editInquiry = (db: Database, actor: Actor, id: string, input: EditInquiry): Promise<{ version: number }> =>
  inTransaction(db, async (tx) => {
    const { base, title, body, topics, unit, problemKind } = input
    const found = await inquiryToChange(tx, actor, id)
    if (!isAsker(found)) throw refuse.forbidden('notAsker')
    mustStand(found)
    if (unit && unit !== found.inquiry.unitId && !(await unitExists(tx, unit))) throw refuse.invalid('unitUnknown')

    const text = { title, body, html: body && renderMarkdown(body), unitId: unit, problemKind }
    if (!(await keepInquiryWording(tx, id, base, text))) {
      throw refuse.conflict('wordingMoved', { version: found.inquiry.version })
    }
    if (topics) await saveTopics(tx, id, topics)
    const mentioned = await weave(tx, actor.id, id, { kind: 'inquiry', id }, body)
    await recordOn(tx, found, 'edited', { people: mentioned, detail: { version: base + 1 } })
    return { version: base + 1 }
  })

export const withdrawInquiry = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!isAsker(found)) throw refuse.forbidden('notAsker')
    if (!mayWithdraw(found) || !(await saveState(tx, id, ['open', 'resolved'], 'withdrawn'))) return
    await recordOn(tx, found, 'withdrawn')
  })

/** Takes a withdrawal back: the inquiry is again what it was before. */
export const restoreInquiry = (db: Database, actor: Actor, id: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const found = await inquiryToChange(tx, actor, id)
    if (!isAsker(found)) throw refuse.forbidden('notAsker')
    if (!mayRestore(found)) return
    await saveState(tx, id, ['withdrawn'], (await standingResolution(tx, id)) ? 'resolved' : 'open')
    await recordOn(tx, found, 'restored')
  })
