import type { Reader } from '#platform/database.ts'
import { knownBeginningLike, knownLike, mostCompletions, stemsOf, understood } from './queries/words.ts'
import { forgiven, type Meant, nearest } from './query.ts'

/** What each word means; where nobody wrote it, also the known words that it may be a slip of. */
export async function understand(db: Reader, words: string[], unfinished: boolean) {
  const found = await understood(db, words)
  const meant = await Promise.all(
    found.map(async ({ plain, stems, completions, completed, known, seen }, place): Promise<Meant> => {
      const last = unfinished && place === words.length - 1
      const unknown = !known && !(last && completions > 0) && forgiven(plain) > 0
      return {
        plain,
        stems,
        unfinished: last,
        completed,
        wide: completions === mostCompletions,
        seen,
        known,
        alike: unknown ? await likenesses(db, plain, last) : [],
      }
    }),
  )
  return { meant, language: found[0]!.language }
}

async function likenesses(db: Reader, word: string, unfinished: boolean): Promise<string[]> {
  const [like, begun] = await Promise.all([knownLike(db, word), unfinished ? knownBeginningLike(db, word) : []])
  const meant = nearest(word, [...like, ...begun], unfinished)
  return meant.length === 0 ? [] : lexemesOf(db, meant)
}

async function lexemesOf(db: Reader, words: string[]): Promise<string[]> {
  const stems = await stemsOf(db, words)
  return [...new Set(words.flatMap((word) => [word, ...(stems.get(word) ?? [])]))]
}
