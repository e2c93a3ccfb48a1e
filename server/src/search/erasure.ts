import type { Writer } from '#platform/database.ts'
import { holdEntries, type Indexed, reindex } from './queries/entries.ts'
import { dictionaryOf, forgetWordsOf } from './queries/words.ts'

/**
 * Somebody is found no more, nor by what else was taken away with them: at once, without waiting for the reader of
 * activity, which learns the vocabulary anew afterwards. For whoever erases a person, within that transaction.
 */
export async function erasePerson(tx: Writer, person: string, pages: Partial<Record<Indexed, string[]>>) {
  await holdEntries(tx)
  const dictionary = await dictionaryOf(tx)
  await forgetWordsOf(tx, [person, ...Object.values(pages).flat()])
  for (const [kind, ids] of Object.entries({ person: [person], ...pages }) as [Indexed, string[]][])
    if (ids.length > 0) await reindex(tx, kind, ids, dictionary)
}
