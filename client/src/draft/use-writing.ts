import { useWords } from '#app/words.ts'
import { toast, useKeeping } from '#ui/index.ts'
import { useDraft } from './use-draft.ts'

/**
 * What a form holds, kept a second after the last letter and found again wherever its page was left. `begun` is what the
 * form begins with; the key names what it is about, so that a draft about one thing is not found at another.
 */
export function useWriting<T extends object>(key: string, begun: T) {
  const t = useWords('ui')
  const draft = useDraft(key, begun)
  const { value, touched, keep, forget, set } = draft
  const keeping = useKeeping(JSON.stringify(value), touched ? keep : undefined)
  const clear = () => {
    toast(t('draft.cleared'), () => set(value))
    void forget()
  }
  return {
    ...draft,
    keeping,
    clear,
    /** What follows when somebody thinks better of it. */
    cancel: (then: () => void) => () => {
      void forget()
      then()
    },
  }
}
export type Writing<T extends object> = ReturnType<typeof useWriting<T>>

/**
 * A key for a change of what others may change too: once they did, what was begun from the state before is not found, and
 * puts nothing back.
 */
export function versionOf(id: string, begun: object): string {
  let mark = 0
  for (const letter of JSON.stringify(begun)) mark = (Math.imul(mark, 31) + letter.charCodeAt(0)) | 0
  return `${id} ${(mark >>> 0).toString(36)}`
}
