import { useEffect, useState } from 'react'
import { LabExperiment } from './experiment.ts'
import type { Growing } from './growing.ts'
import { useTold } from './use-told.ts'

/** An experiment of this page: how far it is, and its acts. It ends with the page. */
export function useExperiment(): [Growing, LabExperiment] {
  const [experiment] = useState(() => new LabExperiment())
  const growing = useTold(experiment)
  useEffect(() => () => experiment.close(), [experiment])
  return [growing, experiment]
}
