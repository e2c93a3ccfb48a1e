import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Watched, WatchedRun } from './watched-run.ts'

/** One watched run of this page; it ends with the page. */
export function useWatched(): [Watched, WatchedRun] {
  const [run] = useState(() => new WatchedRun())
  const watched = useSyncExternalStore(run.listen, run.now)
  useEffect(() => () => run.close(), [run])
  return [watched, run]
}
