import type { Constellation } from '@mortar/contract/network-constellation'

type Band = Constellation['bands'][number]
type Unit = Constellation['units'][number]

/** A lying picture for wide screens, a standing one for phones: the same lengths, turned. */
export type Way = 'lying' | 'standing'

/** Room before the bands begin: for the name of each unit and its people. */
export const headRoom = 62

const point = (way: Way, along: number, across: number) =>
  way === 'lying' ? `${num(along)} ${num(across)}` : `${num(across)} ${num(along)}`
const num = (length: number) => Math.round(length * 10) / 10

interface Stretch {
  from: number
  to: number
  top: number
  bottom: number
}

/** The filled shapes of a band: one for each run of neighbouring units that it has people in. */
export function shapesOf(band: Band, units: readonly Unit[], way: Way): string[] {
  return runsOf(band, units).map((run) => ribbon(run, way))
}

/** The thin lines that lead a band on through units where it has nobody. */
export function threadsOf(band: Band, units: readonly Unit[], way: Way): string[] {
  const runs = runsOf(band, units)
  return runs.slice(1).map((run, n) => {
    const before = runs[n]!.at(-1)!
    const after = run[0]!
    const [y1, y2] = [(before.top + before.bottom) / 2, (after.top + after.bottom) / 2]
    const middle = (before.to + after.from) / 2
    return `M${point(way, before.to, y1)}C${point(way, middle, y1)} ${point(way, middle, y2)} ${point(way, after.from, y2)}`
  })
}

function runsOf(band: Band, units: readonly Unit[]): Stretch[][] {
  const runs: Stretch[][] = []
  let open = false
  for (const { unit, people, top, bottom } of band.pieces) {
    const { from, to } = units[unit]!
    if (people > 0 && open) runs.at(-1)!.push({ from, to, top, bottom })
    else if (people > 0) runs.push([{ from, to, top, bottom }])
    open = people > 0
  }
  return runs
}

function ribbon(run: readonly Stretch[], way: Way): string {
  const there = run.map((now, n) => side(run[n - 1], now, 'top', way))
  const back = run
    .toReversed()
    .map((now, n, turned) =>
      side(turned[n - 1], { ...now, from: now.to, to: now.from }, 'bottom', way, turned[n - 1]?.from),
    )
  const last = run.at(-1)!
  return `M${point(way, run[0]!.from, run[0]!.top)}${there.join('')}L${point(way, last.to, last.bottom)}${back.join('')}Z`
}

/** From where the stretch before ended, in a calm curve, over the whole of this one. */
function side(before: Stretch | undefined, now: Stretch, edge: 'top' | 'bottom', way: Way, left = before?.to): string {
  const curve =
    before && left !== undefined
      ? `C${point(way, (left + now.from) / 2, before[edge])} ${point(way, (left + now.from) / 2, now[edge])} ${point(way, now.from, now[edge])}`
      : ''
  return `${curve}L${point(way, now.to, now[edge])}`
}

export interface Label {
  band: number
  /** Where it stands across, moved so that none hides another. */
  across: number
  /** The middle of the band where it begins. */
  begins: { along: number; across: number }
}

/** Names beside the bands, within `room`: each as near to where its band begins as the others let it. */
export function labelsOf(bands: readonly Band[], units: readonly Unit[], least: number, room: number): Label[] {
  const wanted = bands
    .map((band, n) => {
      const first = band.pieces.find(({ people }) => people > 0)!
      const across = (first.top + first.bottom) / 2
      return { band: n, across, begins: { along: units[first.unit]!.from, across } }
    })
    .toSorted((a, b) => a.across - b.across)
  // Down first, then up again from the end of the room, so that a crowd spreads to both sides.
  for (let n = 1; n < wanted.length; n++) {
    wanted[n]!.across = Math.max(wanted[n]!.across, wanted[n - 1]!.across + least)
  }
  let edge = room - least / 2
  for (const label of wanted.toReversed()) {
    label.across = Math.min(label.across, edge)
    edge = label.across - least
  }
  return wanted
}
