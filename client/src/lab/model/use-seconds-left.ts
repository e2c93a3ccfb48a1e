import { useEffect, useRef, useState } from 'react'
import type { Growing } from '../run/growing.ts'

const EVERY = 1000

/** About how many seconds the runs will still take here; nothing while that cannot be told. */
export function useSecondsLeft({ state, runs, most }: Growing): number | undefined {
  const began = useRef(0)
  const latest = useRef({ runs, most })
  latest.current = { runs, most }
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    setLeft(undefined)
    if (state !== 'running') return
    began.current = performance.now()
    const before = latest.current.runs
    const beat = setInterval(() => {
      const now = latest.current
      const done = now.runs - before
      const seconds = (performance.now() - began.current) / 1000
      if (done > 0) setLeft(Math.round(((now.most - now.runs) * seconds) / done))
    }, EVERY)
    return () => clearInterval(beat)
  }, [state])
  return left
}
