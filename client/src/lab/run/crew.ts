import type { Crew } from '@mortar/simulation'
import { browserCrew } from '@mortar/simulation/browser'

const most = 8
const make = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** As many workers as there are processors, within reason. */
export const crewSize = (): number => Math.max(1, Math.min(most, navigator.hardwareConcurrency || 2))

/** The workers of one experiment, as many as there are processors, hired when there is something to do. */
export class HiredCrew {
  #standing: Crew | undefined

  get(): Crew {
    return (this.#standing ??= browserCrew(crewSize(), make))
  }

  /** Sends them home at once, whatever they are doing. */
  dismiss(): void {
    const crew = this.#standing
    this.#standing = undefined
    void crew?.end()
  }
}

const shared = new HiredCrew()

/** The workers of this tab for whatever has none of its own; they stay for what comes next. */
export const labCrew = (): Crew => shared.get()

export const dismissCrew = (): void => shared.dismiss()
