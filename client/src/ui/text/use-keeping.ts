import { useEffect, useRef, useState } from 'react'
import { sendAgain } from './send-again.ts'

export type Keeping = 'none' | 'saving' | 'saved' | 'unsaved'

/**
 * Keeps what is written, a second after the last letter, and says whether that worked. What could not be kept is tried
 * again by itself.
 */
export function useKeeping(written: string, keep: (() => Promise<unknown>) | undefined): Keeping {
  const [state, setState] = useState<Keeping>('none')
  const kept = useRef(written)
  const keeping = useRef(keep)
  useEffect(() => {
    keeping.current = keep
  })
  useEffect(() => {
    const act = async () => {
      if (!keeping.current || kept.current === written) return
      setState('saving')
      try {
        await keeping.current()
        kept.current = written
        setState('saved')
      } catch (error) {
        setState('unsaved')
        again.failed(error)
      }
    }
    const again = sendAgain(() => void act())
    const timer = setTimeout(() => void act(), 1_000)
    return () => {
      clearTimeout(timer)
      again.stop()
    }
  }, [written])
  return state
}
