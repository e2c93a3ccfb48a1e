import type { useWords } from '#app/words.ts'
import type { Chosen, Region } from './types.ts'

type Say = ReturnType<typeof useWords<'learning'>>

/** "Physiotherapists and Gait, not Nurses". */
export function nameOf(t: Say, sets: readonly Chosen[], region: Region): string {
  const named = (inside: boolean) => sets.filter((_, at) => region.sets.includes(at) === inside).map(({ name }) => name)
  const [inside, outside] = [named(true).join(' + '), named(false).join(', ')]
  return outside ? t('overlap.region', { inside, outside }) : inside
}
