import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type State = 'none' | 'saving' | 'saved' | 'unsaved'

/** Keeps what is typed, a second after the last letter, and says whether that worked. */
export function useDraft(text: string, keep: ((text: string) => Promise<unknown>) | undefined): State {
  const [state, setState] = useState<State>('none')
  const kept = useRef(text)
  const keeping = useRef(keep)
  useEffect(() => {
    keeping.current = keep
  })
  useEffect(() => {
    if (!keeping.current || kept.current === text) return
    const timer = setTimeout(async () => {
      setState('saving')
      try {
        await keeping.current?.(text)
        kept.current = text
        setState('saved')
      } catch {
        setState('unsaved')
      }
    }, 1_000)
    return () => clearTimeout(timer)
  }, [text])
  return state
}

export function DraftState({ state }: { state: State }) {
  const { t } = useTranslation('ui')
  return state === 'none' ? null : t(`editor.${state}`)
}
