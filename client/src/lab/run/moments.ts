import { type Crew, measureAt, type Model, settingsFor } from '@mortar/simulation'

const POINTS = 60
const PILOT = 4

/** Up to so many moments from the start to the horizon, both included. */
export function momentsUpTo(horizon: number, points = POINTS): number[] {
  const step = Math.max(1, horizon / points)
  const moments: number[] = []
  for (let at = 0; at < horizon; at += step) moments.push(Math.round(at))
  return [...new Set([...moments, horizon])]
}

interface Asked {
  readonly settings: Readonly<Record<string, unknown>>
  readonly seed: number
}

/**
 * How far curves of these settings are worth drawing: as long as some first runs went on, and no longer than is asked.
 * The same seed gives the same horizon.
 */
export async function horizonOf(crew: Crew, model: Model, cells: readonly Asked[]): Promise<number> {
  const asked = cells.map(({ settings }) => periodsOf(model, settings))
  const most = Math.max(...asked)
  if (!model.measures.some(({ name }) => name === 'periods')) return most
  const [place, width] = [measureAt(model, 'periods'), model.measures.length]
  const first = await Promise.all(
    cells.map(({ settings, seed }) => crew.run({ model: model.name, settings, seed, first: 0, count: PILOT })),
  )
  const longest = Math.max(...first.flatMap((rows) => [...rows].filter((_, at) => at % width === place)))
  return Math.max(1, Math.min(most, Math.ceil(longest * 1.25)))
}

export const periodsOf = (model: Model, settings: unknown): number =>
  (settingsFor(model, settings) as { periods: number }).periods
