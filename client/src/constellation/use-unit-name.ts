import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'

type Unit = Pick<Constellation['units'][number], 'name' | 'last' | 'itself'>

/** What a brick is called: a unit, the people of the unit around, or the first and the last of several. */
export function useUnitName() {
  const t = useWords('constellation')
  return ({ name, last, itself }: Unit) =>
    itself ? t('itself', { name }) : last === null ? name : t('fromTo', { first: name, last: unlike(name, last) })
}

/** The last name without the words that it begins with as the first one does. */
function unlike(first: string, last: string): string {
  const before = first.split(' ')
  const words = last.split(' ')
  const same = words.findIndex((word, n) => word !== before[n])
  return same > 0 ? words.slice(same).join(' ') : last
}

/** How many units bricks stand for, without the people of the unit around. */
export const unitsIn = (bricks: readonly Pick<Constellation['units'][number], 'itself' | 'units'>[]): number =>
  bricks.reduce((sum, { itself, units }) => sum + (itself ? 0 : units), 0)
