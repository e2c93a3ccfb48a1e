/** Why a password is not taken. */
export type PasswordFault = 'short' | 'guessable' | 'yours'

export const passwordLength = { least: 12, most: 128 } as const
const leastSurprise = 8

/** What people type first when a page wants a long password. */
const common =
  `password passwort salasana qwerty qwertz asdf zxcv abcd admin administrator root user guest login welcome tervetuloa
  letmein iloveyou rakastan monkey dragon master shadow sunshine princess football jalkapallo baseball superman batman pokemon
  starwars freedom whatever trustno ninja hello moikka summer winter spring autumn talvi syksy secret salainen test testi
  january february march april june july august september october november december tammikuu helmikuu maaliskuu huhtikuu
  toukokuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu monday tuesday wednesday thursday friday saturday sunday
  changeme vaihda default mortar community company yritys work office hockey suomi finland helsinki perkele google facebook
  apple samsung internet computer tietokone money love jesus family mother father baby angel flower charlie michael jordan
  thomas daniel jessica ashley matti maija correct horse battery staple`.split(/\s+/)

const keys = ['1234567890', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm', 'qwertzuiopü', '1qaz2wsx3edc4rfv5tgb6yhn']
const rows = [...keys, 'abcdefghijklmnopqrstuvwxyzåäö'].flatMap((row) => [row, [...row].reverse().join('')])
const disguises = new Map(
  Object.entries({ '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }),
)

/** What speaks against a password; nothing when it is good. `own` is what others know about the person. */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | undefined {
  if ([...password].length < passwordLength.least) return 'short'
  if (passwordSurprise(password) < leastSurprise) return 'guessable'
  if (passwordSurprise(password, own) < leastSurprise) return 'yours'
  return undefined
}

/**
 * How many steps a password takes to tell to somebody who knows the person: a letter is a step, and so is a whole
 * common word, a row of keys, or a repetition.
 */
export function passwordSurprise(password: string, own: readonly string[] = []): number {
  const text = password.toLowerCase()
  const plain = [...text].map((letter) => disguises.get(letter) ?? letter).join('')
  const words = [...common, ...wordsOf(own)]
  let steps = 0
  for (let at = 0; at < text.length; steps++) {
    at += Math.max(1, wordAt(text, at, words), wordAt(plain, at, words), rowAt(text, at), repeatAt(text, at))
  }
  return steps
}

const wordsOf = (own: readonly string[]) =>
  own.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)

const wordAt = (text: string, at: number, words: readonly string[]) =>
  Math.max(0, ...words.filter((word) => text.startsWith(word, at)).map((word) => word.length))

/** Neighbours on the keyboard, in the alphabet or among the numbers, in either direction: three or more. */
function rowAt(text: string, at: number): number {
  let length = 2
  while (length < text.length - at && rows.some((row) => row.includes(text.slice(at, at + length + 1)))) length++
  return length > 2 ? length : 0
}

/** What stood right before, once more. */
function repeatAt(text: string, at: number): number {
  for (let length = Math.min(at, text.length - at); length > 0; length--) {
    if (text.slice(at - length, at) === text.slice(at, at + length)) return length
  }
  return 0
}
