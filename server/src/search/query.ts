/** A word somebody searches for, as the index knows it. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 12) ?? []

/** Lexemes are quoted, so that no word can become an operator of the query. */
const quoted = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** One word and those it may have been meant to be. */
export interface Meant {
  word: string
  /** The last word is still being written. */
  unfinished: boolean
  alike: string[]
}

/** A query in PostgreSQL's own writing: all words, each with its likenesses; the last one as a beginning. */
export const tsquery = (words: Meant[]): string =>
  words
    .map(({ word, unfinished, alike }) =>
      [`${quoted(word)}${unfinished ? ':*' : ''}`, ...alike.map(quoted)].join(' | '),
    )
    .map((part) => `(${part})`)
    .join(' & ')

/** How far a word may be misspelt: not at all when short, by one letter from four on, by two from seven on. */
export const forgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)
