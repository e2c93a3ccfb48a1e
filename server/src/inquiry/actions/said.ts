import { type Activity, record } from '#activity/index.ts'
import { filesIn, mentionedIn } from '#platform/markdown.ts'
import type { Writer } from '#platform/database.ts'
import { isAlive } from '#community/index.ts'
import { type InquiryFor, setApart, stands } from '../inquiry.ts'
import { saveAttachments } from '../queries/attachments.ts'
import { readersAmong } from '../queries/inquiries.ts'
import { refuse } from '../refusals.ts'

interface Said {
  people?: (string | null)[]
  detail?: NonNullable<Activity['detail']>
}

/** What happened on an inquiry's page. Whoever did it is never addressed. */
export const activityOn = (found: InquiryFor, verb: string, { people = [], detail = {} }: Said = {}): Activity => ({
  actor: found.who.personId,
  verb: `inquiry.${verb}`,
  subject: { kind: 'inquiry', id: found.inquiry.id },
  communities: found.places.map(({ id }) => id),
  unit: found.inquiry.unitId,
  people: [...new Set(people)].filter((id) => id !== null && id !== found.who.personId) as string[],
  detail,
})

export const recordOn = (tx: Writer, found: InquiryFor, verb: string, said: Said = {}): Promise<void> =>
  record(tx, activityOn(found, verb, said))

/** The people a text mentions who may read it, after the files in it were made part of its subject. */
export async function weave(
  tx: Writer,
  byId: string,
  inquiryId: string,
  subject: { kind: 'inquiry' | 'contribution'; id: string },
  text: string,
): Promise<string[]> {
  await saveAttachments(tx, { byId, inquiryId, ...subject, files: filesIn(text) })
  return readersAmong(tx, inquiryId, mentionedIn(text))
}

/** Says why an inquiry takes nothing more, when it does not. */
export function mustStand(found: InquiryFor): void {
  if (stands(found)) return
  const apart = setApart(found.inquiry)
  if (apart) throw refuse.conflict(apart)
  if (found.inquiry.mergedInto) throw refuse.conflict('merged')
  if (!found.places.some(isAlive)) throw refuse.conflict('closed')
}
