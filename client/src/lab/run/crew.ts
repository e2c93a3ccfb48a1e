import type { Crew } from '@mortar/simulation'
import { browserCrew } from '@mortar/simulation/browser'

const most = 8
const make = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

let standing: Crew | undefined

/** The workers of this tab, as many as there are processors; they stay for the next experiment. */
export function labCrew(): Crew {
  standing ??= browserCrew(Math.max(1, Math.min(most, navigator.hardwareConcurrency || 2)), make)
  return standing
}

/** Sends the workers home at once, whatever they are doing; the next experiment gets new ones. */
export function dismissCrew(): void {
  const crew = standing
  standing = undefined
  void crew?.end()
}
