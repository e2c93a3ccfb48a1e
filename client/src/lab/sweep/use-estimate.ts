import type { Experiment, Model } from '@mortar/simulation'
import { useEffect, useState } from 'react'
import { labCrew } from '../run/crew.ts'

const PILOTS = 4

/** About how many seconds a sweep will take here, from some of its runs; nothing until that is known. */
export function useEstimate(model: Model, plan: Experiment | undefined, wanted: boolean): number | undefined {
  const [seconds, setSeconds] = useState<number>()
  const key = plan && JSON.stringify(plan)
  useEffect(() => {
    setSeconds(undefined)
    if (!plan || !wanted) return
    let left = false
    const soon = setTimeout(() => {
      void estimated(model, plan).then(
        (found) => !left && setSeconds(found),
        // The crew was sent home: the sweep itself will tell what is wrong.
        () => undefined,
      )
    }, 300)
    return () => {
      left = true
      clearTimeout(soon)
    }
  }, [model, key, wanted])
  return seconds
}

async function estimated(model: Model, { settings, cells, seed, runs }: Experiment): Promise<number> {
  const crew = labCrew()
  const pilots = Array.from({ length: Math.min(PILOTS, cells.length) }, (_, at) =>
    Math.floor(((at + 0.5) * cells.length) / Math.min(PILOTS, cells.length)),
  )
  const task = (cell: number) => ({ model: model.name, settings: { ...settings, ...cells[cell] }, seed })
  // The first one also fetches the worker's code, and is not counted.
  await crew.run({ ...task(pilots[0]!), first: 0, count: 1 })
  const began = performance.now()
  for (const cell of pilots) await crew.run({ ...task(cell), first: 1, count: 1 })
  const each = (performance.now() - began) / 1000 / pilots.length
  return (each * cells.length * runs.most) / crew.size
}
