import type * as PlotModule from '@observablehq/plot'
import type { Estimate } from '../run/growing.ts'
import type { Room } from './Chart.tsx'

export interface Curve {
  readonly label: string
  /** 1 … 8 of the colours. */
  readonly colour: number
  readonly moments: readonly number[]
  readonly points: readonly Estimate[]
}

export interface CurveDrawing {
  readonly curves: readonly Curve[]
  /** The same before the last change of settings, to compare. */
  readonly before: readonly Curve[]
  /** One run that is being watched, a value for each period. */
  readonly watched: readonly { readonly colour: number; readonly values: readonly number[] }[]
  readonly x: string
  readonly y: string
  /** What the axis holds whatever is drawn. */
  readonly least?: number
  readonly most?: number
  readonly told: (value: number) => string
}

const HEIGHT = 340
const LINE = 17
const ink = (colour: number) => `var(--community-${colour})`

interface Dot {
  readonly x: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

const dotsOf = ({ moments, points }: Curve): Dot[] =>
  points.flatMap(({ mean, halfWidth }, at) => {
    if (!Number.isFinite(mean)) return []
    const half = Number.isFinite(halfWidth) ? halfWidth : 0
    return [{ x: moments[at]!, mean, low: mean - half, high: mean + half }]
  })

/** Curves over time with their 95% intervals, each named at its end. */
export function drawCurves(plot: typeof PlotModule, room: Room, drawing: CurveDrawing): SVGSVGElement {
  const { curves, before, watched, x, y } = drawing
  const lines = curves.map((curve) => ({ ...curve, dots: dotsOf(curve) })).filter(({ dots }) => dots.length > 0)
  const [from, to] = domainOf(drawing)
  const height = room.narrow ? 260 : HEIGHT
  const labels = apart(
    lines.map(({ label, colour, dots }) => ({ label, colour, at: dots.at(-1)!.x, y: dots.at(-1)!.mean })),
    ((to - from) * LINE) / (height - 60),
    drawing.told,
  )
  const beside = Math.min(240, 14 + 6.7 * Math.max(0, ...labels.map(({ text }) => text.length)))
  return plot.plot({
    width: room.width,
    height,
    marginLeft: 44,
    marginRight: room.narrow ? 10 : beside,
    marginTop: 26,
    marginBottom: 38,
    x: {
      label: x,
      labelAnchor: 'center',
      labelArrow: 'none',
      nice: false,
      ticks: room.narrow ? 4 : 8,
      tickFormat: wholeOnly,
    },
    y: { label: y, labelArrow: 'none', domain: [from, to], grid: true, ticks: 5 },
    marks: [
      ...before.map((curve) =>
        plot.lineY(dotsOf(curve), {
          x: 'x',
          y: 'mean',
          stroke: ink(curve.colour),
          strokeWidth: 1.5,
          strokeDasharray: '2 4',
        }),
      ),
      ...lines.map(({ dots, colour }) =>
        plot.areaY(dots, { x: 'x', y1: 'low', y2: 'high', fill: ink(colour), fillOpacity: 0.2 }),
      ),
      ...lines.map(({ dots, colour }) =>
        plot.lineY(dots, { x: 'x', y: 'mean', stroke: ink(colour), strokeWidth: 2.25 }),
      ),
      ...watched.flatMap(({ values, colour }) => {
        const path = values.map((value, period) => ({ period, value }))
        return [
          plot.lineY(path, { x: 'period', y: 'value', stroke: ink(colour), strokeWidth: 1, strokeOpacity: 0.85 }),
          plot.dot(path.slice(-1), { x: 'period', y: 'value', fill: ink(colour), r: 3.5 }),
        ]
      }),
      plot.text(labels, {
        x: 'at',
        y: 'y',
        text: 'text',
        fill: ({ colour }: { colour: number }) => ink(colour),
        textAnchor: room.narrow ? 'end' : 'start',
        dx: room.narrow ? 0 : 8,
        dy: room.narrow ? -10 : 0,
        fontWeight: 600,
        stroke: 'var(--page)',
        strokeWidth: 4,
      }),
    ],
  }) as SVGSVGElement
}

const wholeOnly = (value: number) => (Number.isInteger(value) ? String(value) : '')

function domainOf({ curves, before, watched, least, most }: CurveDrawing): [number, number] {
  const values = [
    ...[...curves, ...before].flatMap((curve) => dotsOf(curve).flatMap(({ low, high }) => [low, high])),
    ...watched.flatMap((each) => each.values.filter(Number.isFinite)),
  ]
  const from = Math.min(least ?? Infinity, ...values)
  const to = Math.max(most ?? -Infinity, ...values)
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [0, 1]
  return from === to ? [from - 0.5, to + 0.5] : [from, most === to ? to : to + (to - from) * 0.04]
}

interface Ending {
  readonly label: string
  readonly colour: number
  readonly at: number
  readonly y: number
}

/** Names at the ends of lines, moved apart where lines end close together. */
export function apart(endings: readonly Ending[], gap: number, told: (value: number) => string) {
  const placed = endings
    .map((ending) => ({ ...ending, text: `${ending.label} ${told(ending.y)}` }))
    .sort((one, other) => one.y - other.y)
  for (let at = 1; at < placed.length; at++) placed[at]!.y = Math.max(placed[at]!.y, placed[at - 1]!.y + gap)
  const over = placed.length > 1 ? (placed.at(-1)!.y - Math.max(...endings.map(({ y }) => y))) / 2 : 0
  return placed.map((ending) => ({ ...ending, y: ending.y - over }))
}
