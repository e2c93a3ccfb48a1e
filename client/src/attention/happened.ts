import { useWords } from '#app/words.ts'
import words from './words/en.json'

const known = words.happened as Record<string, string>
const keyOf = (verb: string) => verb.replace('.', '_')

/** What happened, as a sentence: "Anna answered". Verbs that have no words of their own are told as a change. */
export function useHappened() {
  const t = useWords('attention')
  return (verb: string, name: string | undefined) => {
    const key = keyOf(verb) in known ? keyOf(verb) : 'changed'
    return t(`happened.${key as 'changed'}`, { name: name ?? t('somebody') })
  }
}
