import { useEffect, useState } from 'react'

type Found<T> = { state: 'idle' | 'searching' | 'failed' } | { state: 'found'; items: readonly T[] }

/** Asks a callback after a pause in typing; an earlier answer never replaces a later one. */
export function useSearchAhead<T>(
  text: string,
  search: ((text: string, signal: AbortSignal) => Promise<readonly T[]>) | undefined,
  { pause = 150, whenEmpty = false } = {},
): Found<T> {
  const [found, setFound] = useState<Found<T>>({ state: 'idle' })
  useEffect(() => {
    if (!search || (text.trim() === '' && !whenEmpty)) {
      setFound({ state: 'idle' })
      return
    }
    const stopping = new AbortController()
    setFound((before) => (before.state === 'found' ? before : { state: 'searching' }))
    const timer = setTimeout(() => {
      search(text.trim(), stopping.signal).then(
        (items) => !stopping.signal.aborted && setFound({ state: 'found', items }),
        () => !stopping.signal.aborted && setFound({ state: 'failed' }),
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      stopping.abort()
    }
    // The callback is new at every rendering of the page; only the text decides.
  }, [text, pause, whenEmpty, search !== undefined])
  return found
}
