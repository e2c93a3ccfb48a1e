/** A word somebody searches for, as the index knows it. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 12) ?? []

const mostRead = 60

/** The different words of a longer text that are not among some, in their order. */
export function otherWords(text: string, than: string[]): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}{4,40}/gu) ?? []
  return [...new Set(words)].filter((word) => !than.includes(word)).slice(0, mostRead)
}

/** One word, what it means to the dictionary, and what else it may have been meant to be. */
export interface Meant {
  plain: string
  /** Empty for a word that says nothing, such as "the". */
  stems: string[]
  /** The last word is still being written. */
  unfinished: boolean
  /** Lexemes of the likeliest words that begin with it. */
  completed: string[]
  /** More words begin with it than those. */
  wide: boolean
  /** Lexemes of known words that it may be a slip of. */
  alike: string[]
  /** In about how many titles it is; a form of a known word may be in none. */
  seen: number
  known: boolean
}

/** Lexemes are quoted, so that no word can become an operator of the query. */
const quoted = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

const anyOf = (parts: string[]) => [...new Set(parts)].join(' | ')
const allOf = (words: string[]) => words.map((word) => `(${word})`).join(' & ')

/** Words that tell something; where none does, they are taken as they are written: they may be a name. */
export function telling(words: Meant[]): Meant[] {
  const some = words.filter(({ stems }) => stems.length > 0)
  return some.length > 0 ? some : words.map((word) => ({ ...word, stems: [word.plain] }))
}

/** All words, the last one as a beginning: in PostgreSQL's own writing. */
export const asTyped = (words: Meant[]): string =>
  allOf(
    words.map(({ plain, stems, unfinished, alike }) =>
      anyOf([...stems.map(quoted), ...(unfinished ? [`${quoted(plain)}:*`] : []), ...alike.map(quoted)]),
    ),
  )

/** The same, but a beginning of very many words stands for the likeliest of them: so it can be looked up in a million texts. */
export const asLikely = (words: Meant[]): string =>
  allOf(
    words.map((word) =>
      word.unfinished && word.wide
        ? anyOf([...word.stems, word.plain, ...word.completed, ...word.alike].map(quoted))
        : asTyped([word]),
    ),
  )

/** One word in all that it may mean, without beginnings. */
export const lexemes = ({ plain, stems, unfinished, completed, alike }: Meant): string =>
  anyOf([...stems, plain, ...(unfinished ? completed : []), ...alike].map(quoted))

/** Any two of the words, or the only one: whatever shares fewer is about something else. */
export function anyOfThem(words: Meant[]): string {
  const each = words.map((word) => `(${lexemes(word)})`)
  if (each.length < 2) return each.join('')
  return each.flatMap((one, place) => each.slice(place + 1).map((other) => `${one} & ${other}`)).join(' | ')
}

/** How far a word may be misspelt: not at all when short, by one slip from four letters on, by two from seven on. */
export const forgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/** Slips between two words: a letter too many, too few, another one, or two changed round. */
export function slips(from: string, to: string): number {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (let row = 1; row <= from.length; row++) {
    const here = [row]
    for (let column = 1; column <= to.length; column++) {
      const other = from[row - 1] === to[column - 1] ? 0 : 1
      const round =
        other && row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      here[column] = Math.min(
        above[column]! + 1,
        here[column - 1]! + 1,
        above[column - 1]! + other,
        round ? before[column - 2]! + 1 : Infinity,
      )
    }
    before = above
    above = here
  }
  return above[to.length]!
}

const mostAlike = 4

/** Of known words those that are fewest slips away, the more frequent first. */
export function nearest(word: string, known: { word: string; seen: number }[], unfinished: boolean): string[] {
  const far = known
    .map((one) => ({ ...one, slips: unfinished ? slipsOfBeginning(word, one.word) : slips(word, one.word) }))
    .filter((one) => one.slips <= forgiven(word))
  const least = Math.min(...far.map((one) => one.slips))
  return far
    .filter((one) => one.slips === least)
    .sort((a, b) => b.seen - a.seen)
    .slice(0, mostAlike)
    .map((one) => one.word)
}

/** A word in the writing may also be the slip of a beginning. */
const slipsOfBeginning = (word: string, whole: string) =>
  Math.min(slips(word, whole), ...[-1, 0, 1].map((more) => slips(word, whole.slice(0, word.length + more))))
