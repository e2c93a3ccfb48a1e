import type { Experiment } from '@mortar/simulation'
import { useEffect } from 'react'
import { crewSize } from '../run/crew.ts'
import type { Saved } from './saved.ts'

/** Up to so many seconds a replay begins by itself. */
const SHORT = 15

/** About how many seconds a replay takes here. */
export const secondsHere = ({ seconds }: Pick<Saved, 'seconds'>, size = crewSize()): number => (seconds ?? 0) / size

/** Replays a saved experiment once for each plan, or waits to be asked where that takes long: then tells how many seconds. */
export function useReplay(experiment: Saved, plan: Experiment, start: () => void): number | undefined {
  const seconds = secondsHere(experiment)
  const waits = seconds > SHORT
  useEffect(() => {
    if (!waits) start()
  }, [plan])
  return waits ? Math.round(seconds) : undefined
}
