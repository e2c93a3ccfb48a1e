import { useEffect, useState, useSyncExternalStore } from 'react'
import { LabExperiment } from './experiment.ts'
import type { Growing } from './growing.ts'

/** An experiment of this page: how far it is, and its acts. It ends with the page. */
export function useExperiment(): [Growing, LabExperiment] {
  const [experiment] = useState(() => new LabExperiment())
  const growing = useSyncExternalStore(experiment.listen, experiment.now)
  useEffect(() => () => experiment.close(), [experiment])
  return [growing, experiment]
}
