import type { FoundLine, RunLine } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'

/** What a community found is called before its people name it: by its words, or by its number. */
export function useNameOf(): (found: Pick<FoundLine, 'number' | 'words'>) => string {
  const t = useWords('found')
  return ({ number, words }) =>
    words.length > 0 ? t('nameWords', { words: words.slice(0, 3).join(' · ') }) : t('nameNumber', { number })
}

export const isUnderWay = ({ state }: Pick<RunLine, 'state'>) => state === 'waiting' || state === 'running'

/** The days of a window in words. */
export function useWindowOf(): (settings: { from: string; to: string }) => string {
  const t = useWords('found')
  const when = useWhen()
  return ({ from, to }) => t('window', { from: when.day(from), to: when.day(to) })
}
