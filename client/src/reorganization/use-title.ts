import type { ReorganizationLine } from '@mortar/contract/network-reorganization'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'

/** The two charts in words: two days, or a day and a plan. */
export function useTitle(): (line: Pick<ReorganizationLine, 'settings' | 'planned'>) => string {
  const t = useWords('reorganization')
  const when = useWhen()
  return ({ settings: { before, after }, planned }) =>
    t('pair', { before: when.day(before), after: after ? when.day(after) : t('plan', { name: planned ?? '' }) })
}

export const isUnderWay = ({ state }: Pick<ReorganizationLine, 'state'>) => state === 'waiting' || state === 'running'
