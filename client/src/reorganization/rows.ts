import type { GroupFate, ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { paths } from '#app/paths.ts'

export interface Row {
  id: string
  name: string
  to: string
  colour: number
  /** A community that there is, or one that the latest search found. */
  known: boolean
  fate: GroupFate
  people: number
  unitsBefore: number
  unitsAfter: number | null
  moved: number | null
}

type NameOf = (found: { number: number; words: string[] }) => string

/** Communities and what was found in one list; what is cut first. */
export function rowsOf({ communities, found }: ReorganizationOutcome, nameOf: NameOf): Row[] {
  const order: GroupFate[] = ['cut', 'unit', 'gathered', 'shifted', 'same', 'few']
  return [
    ...communities.map(({ community, ...fate }) => ({
      ...fate,
      id: community.id,
      name: community.name,
      to: paths.communityInChart(community.slug),
      colour: community.colour,
      known: true,
    })),
    ...found.map(({ id, number, words, ...fate }) => ({
      ...fate,
      id,
      name: nameOf({ number, words }),
      to: paths.found(id),
      colour: 1 + ((number - 1) % 8),
      known: false,
    })),
  ].toSorted((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate))
}
