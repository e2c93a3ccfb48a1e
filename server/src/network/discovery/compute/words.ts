import type { FoundWord } from '@mortar/contract/network-discovery'
import { type Cover, communityCount, membersOf } from '@mortar/graph'
import { enough } from '#platform/few.ts'

/** A word, where it stands, and the people (by number, each once) whose work bears it. */
export interface Bearing extends FoundWord {
  readonly people: Int32Array
}

const mostWords = 6
/** A word sets a community apart when its people bear it this much more often than everybody. */
const leastLift = 2

/**
 * The words that set each community apart: borne by at least five of its people, and clearly more often than by
 * everybody. Weighed like tf-idf: the share of the community that bears it, times how rare it is among all.
 */
export function wordsOf(cover: Cover, people: number, bearings: readonly Bearing[]): FoundWord[][] {
  const communitiesOf = communitiesByPerson(cover, people)
  const chosen: { word: FoundWord; weight: number }[][] = Array.from({ length: communityCount(cover) }, () => [])
  for (const bearing of bearings) {
    const among = new Map<number, number>()
    for (const person of bearing.people)
      for (const community of communitiesOf[person] ?? []) among.set(community, (among.get(community) ?? 0) + 1)
    for (const [community, bearers] of among) {
      const share = bearers / membersOf(cover, community).length
      if (!enough(bearers) || share < (leastLift * bearing.people.length) / people) continue
      const weight = share * Math.log((people + 1) / bearing.people.length)
      chosen[community]!.push({ word: { word: bearing.word, from: bearing.from }, weight })
    }
  }
  return chosen.map((words) => best(words))
}

function best(words: { word: FoundWord; weight: number }[]): FoundWord[] {
  const order = words.toSorted((one, other) => other.weight - one.weight || (one.word.word < other.word.word ? -1 : 1))
  const seen = new Set<string>()
  return order
    .map(({ word }) => word)
    .filter(({ word }) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
    .slice(0, mostWords)
}

function communitiesByPerson(cover: Cover, people: number): number[][] {
  const of: number[][] = Array.from({ length: people }, () => [])
  for (let community = 0; community < communityCount(cover); community++)
    for (const person of membersOf(cover, community)) of[person]!.push(community)
  return of
}

const empty = new Set(
  `and after are before but for from not the this that which with through into der die das und von the
   src lib doc docs test tests main index file files new old tmp temp copy final draft version page pages common shared data
   txt pdf docx xlsx pptx csv json html www com org net http https ja tai sekä sekä että kun jos`.split(/\s+/),
)

/** The words of a path or a name; names of people, numbers and words that say nothing are left out. */
export function wordsIn(name: string, names: ReadonlySet<string>): string[] {
  const words = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return [...new Set(words)].filter(
    (word) => word.length >= 3 && word.length <= 40 && !empty.has(word) && !names.has(word),
  )
}
