import { record } from '#activity/index.ts'
import type { Writer } from '#platform/database.ts'
import { slugOf } from '../community.ts'
import { saveCharter } from '../queries/charters.ts'
import { freeSlug, saveInvitations, saveRecognised } from '../queries/recognised.ts'

export interface Recognised {
  name: string
  short: string
  domain: string
  about: string
  purpose: string
  message: string
  /** Who agreed that it is real; they decide for themselves whether to join. */
  invited: string[]
}

/**
 * A potential community out of one that was found and recognised, inside a larger act: private until its people open
 * it, with a draft of a charter and without a member. Whoever joins first may take it up.
 */
export async function openRecognised(tx: Writer, { name, short, invited, message, ...text }: Recognised) {
  const slug = await freeSlug(tx, slugOf(name))
  const { id } = await saveRecognised(tx, { slug, name, short })
  await saveCharter(tx, id, 1, null, {
    ...text,
    notAbout: '',
    people: '',
    conventions: '',
    rhythm: '',
    reviewOn: null,
    note: '',
  })
  await saveInvitations(tx, id, invited, message)
  const subject = { kind: 'community', id } as const
  await record(
    tx,
    { actor: null, verb: 'community.opened', subject, communities: [id] },
    ...invited.map((person) => ({
      actor: null,
      verb: 'community.invited' as const,
      subject,
      communities: [id],
      people: [person],
    })),
  )
  return { id, slug }
}
