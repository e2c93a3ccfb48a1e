import type { Writer } from '#platform/database.ts'
import { holdEntries, reindex } from './queries/entries.ts'
import { dictionaryOf, forgetWordsOf } from './queries/words.ts'

/**
 * Somebody is found no more, nor by what else was taken away with them: at once, without waiting for the reader of
 * activity, which learns the vocabulary anew afterwards. For whoever erases a person, within that transaction.
 */
export async function erasePerson(tx: Writer, person: string, pages: { inquiry: string[]; practice: string[] }) {
  await holdEntries(tx)
  const dictionary = await dictionaryOf(tx)
  await forgetWordsOf(tx, [person, ...pages.inquiry, ...pages.practice])
  await reindex(tx, 'person', [person], dictionary)
  if (pages.inquiry.length > 0) await reindex(tx, 'inquiry', pages.inquiry, dictionary)
  if (pages.practice.length > 0) await reindex(tx, 'practice', pages.practice, dictionary)
}
