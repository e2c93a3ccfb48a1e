import { useWords } from '#app/words.ts'
import { exactTold } from '../told.ts'
import { saidOf } from './said.ts'

/** Words for what the package says in English: what a line compares, what was published, why a mismatch is known. */
export function useSaid() {
  const t = useWords('lab')
  const from = (group: 'lines' | 'notes', text: string): string => {
    const { key, values } = saidOf(text)
    return String(t(`reproduce.${group}.${key}` as 'reproduce.title', values as Record<string, string | number>))
  }
  return {
    what: (what: string) => from('lines', what),
    note: (note: string) => from('notes', note),
    published(published: number | string, digits: number): string {
      if (typeof published === 'number') return exactTold(published, digits)
      const [word, one, other] = published.split(' ')
      if (word === 'near') return t('reproduce.near', { value: one! })
      return other === undefined ? published.replace('>=', '≥') : t('reproduce.between', { from: word!, to: other })
    },
  }
}
