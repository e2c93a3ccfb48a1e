import { useEffect, useState } from 'react'
import { useTold } from '../run/use-told.ts'
import { type Watched, WatchedRun } from './watched-run.ts'

/** One watched run of this page; it ends with the page. */
export function useWatched(): [Watched, WatchedRun] {
  const [run] = useState(() => new WatchedRun())
  const watched = useTold(run)
  useEffect(() => () => run.close(), [run])
  return [watched, run]
}
