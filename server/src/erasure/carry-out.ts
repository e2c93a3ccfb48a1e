import { audit, eraseFromTrail, record } from '#activity/index.ts'
import { eraseFromInbox } from '#attention/index.ts'
import { eraseFromCommunities } from '#community/index.ts'
import { covered, eraseFromInquiries, patternOf } from '#inquiry/index.ts'
import { eraseFromLab } from '#lab/index.ts'
import { eraseFromLearning } from '#learning/index.ts'
import { eraseFromMeasurement, eraseFromPulse, eraseFromValue } from '#measurement/index.ts'
import { eraseFromNetwork } from '#network/index.ts'
import { noteErased } from '#order/index.ts'
import {
  eraseFromOrganization,
  erasedWordsOf,
  type KnownAs,
  knownAs,
  type Marking,
  waitForImports,
} from '#organization/index.ts'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { redactFile } from '#platform/files/queries.ts'
import { forgetReplies } from '#platform/queries.ts'
import { eraseFromPractices } from '#practice/index.ts'
import { eraseFromSensing } from '#sensing/index.ts'
import { eraseFromSearch } from '#search/index.ts'
import type { Erasure } from './erasure.ts'
import { filesOf, saveDone, takeDue } from './queries/erasures.ts'

/** Finds what somebody is called in running text: names and addresses whole, and links to their page. */
export const patternNaming = ({ names, emails }: KnownAs, person: string) =>
  patternOf([...names, ...emails, `/people/${person}`])

/** As text in reports of imports, where ids of others may begin alike; links to pages stand there nowhere. */
const patternOfNames = ({ names, emails }: KnownAs) => patternOf([...names, ...emails])

/**
 * Carries out a due erasure, in one transaction through all rooms: before it everything is there, after it nothing, and
 * nobody reads anything between. Tells whether it ran.
 */
export const carryOut = (db: Database, id: string, marking: Marking): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const erasure = await takeDue(tx, id)
    if (!erasure) return false
    await erase(tx, erasure, { words: await erasedWordsOf(tx), at: new Date(), marking })
    return true
  })

interface How {
  words: 'stay' | 'go'
  at: Date
  marking: Marking
}

export async function erase(tx: Writer, { id, personId: person, decidedBy: by }: Erasure, { words, at, marking }: How) {
  // What may be under way for long is waited for first, while nothing else is held.
  await waitForImports(tx)
  const known = await knownAs(tx, person)
  const pattern = patternOfNames(known)
  await eraseFromNetwork(tx, person, { ...known, pattern, cover: covered })
  const erasing = { person, by, pattern: patternNaming(known, person), wordsGo: words === 'go' }
  const inquiry = await eraseFromInquiries(tx, erasing)
  const practice = await eraseFromPractices(tx, erasing)
  const cover = words === 'go' ? covered : null
  await eraseFromCommunities(tx, person, cover)
  await eraseFromLab(tx, person, cover)
  await eraseFromLearning(tx, person, cover)
  const sensed = await eraseFromSensing(tx, person, cover)
  await eraseFromPulse(tx, person, marking)
  await eraseFromMeasurement(tx, person, cover)
  const story = await eraseFromValue(tx, person, cover)
  await noteErased(tx, 'story', story)
  for (const file of await filesOf(tx, person, words === 'go' ? 'all' : 'unattached')) await redactFile(tx, file)
  await eraseFromInbox(tx, [person])
  await forgetReplies(tx, person, pattern)
  await eraseFromOrganization(tx, { person, known, pattern, cover: covered, at, marking })
  await eraseFromTrail(tx, person)
  await eraseFromSearch(tx, person, { inquiry, practice, ...sensed, story })
  await record(tx, { actor: by, verb: 'person.erased', subject: { kind: 'person', id: person }, detail: { words } })
  await audit(tx, 'person.erased', { actor: by, subject: person, detail: { words } })
  await saveDone(tx, id, words, at)
}
