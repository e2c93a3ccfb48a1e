import { type Chance, chance } from './random.ts'

const begin = 'b c d f g h j k l m n p r s t v w st tr pl br kr sk'.split(' ')
const middle = 'a e i o u ai ea ou io'.split(' ')
const end = 'n r s t l m nd st rk ld ck ng'.split(' ')
const common =
  'the to and of a in is for that we it with on this when not how are as be our have do can at from was by or what'.split(
    ' ',
  )

export interface Language {
  /** How the vocabulary begins: the commonest words first. */
  vocabulary: string[]
  word(): string
  title(): string
  text(sentences: number): string
  name(): string
}

/** Words as people use them: a few everywhere, most seldom (Zipf). Sentences come from a stock, so that a million texts take seconds. */
export function language(seed: number, size = 20_000): Language {
  const own = chance(seed)
  const vocabulary = [...common, ...distinct(size - common.length, () => spelled(own))]
  const given = distinct(2500, () => capital(spelled(own)))
  const family = distinct(4000, () => capital(spelled(own) + own.pick(['nen', 'son', 'la', 'ov', 'er', 'a'])))
  const word = () => vocabulary[Math.min(size - 1, Math.floor(size ** own.next()) - 1 + own.below(2))]!
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const stock = Array.from({ length: 60_000 }, () => `${capital(words(6 + own.below(10)))}.`)
  return {
    vocabulary,
    word,
    title: () => `${capital(words(4 + own.below(7)))}?`,
    text: (sentences) => Array.from({ length: sentences }, () => own.pick(stock)).join(' '),
    name: () => `${given[own.skewed(given.length)]} ${family[own.skewed(family.length)]}`,
  }
}

const spelled = (own: Chance): string =>
  Array.from({ length: 1 + own.below(3) }, () => own.pick(begin) + own.pick(middle)).join('') + own.pick(end)

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function distinct(count: number, make: () => string): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(make())
  return [...found]
}
