import type { Figure } from '@mortar/simulation'
import type * as PlotModule from '@observablehq/plot'
import type { Room } from '../chart/Chart.tsx'

export interface FigureWords {
  readonly x: string
  readonly y: string
  /** Of each curve; nothing where there is one alone. */
  readonly curves: readonly string[]
  readonly told: (value: number) => string
}

interface Dot {
  readonly x: number
  readonly ours: number
  readonly low: number
  readonly high: number
  readonly published: number | undefined
}

const LINE = 17
const ink = (curve: number) => `var(--community-${(curve % 8) + 1})`

/** Ours as lines with their 95% bands, what was published as rings on them. */
export function drawFigure(plot: typeof PlotModule, room: Room, figure: Figure, words: FigureWords): SVGSVGElement {
  const curves = figure.curves.map((curve, at) => ({ dots: dotsOf(curve.points), label: words.curves[at] ?? '', at }))
  const values = curves.flatMap(({ dots }) => dots.flatMap((dot) => [dot.low, dot.high, dot.published ?? dot.ours]))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const spare = (most - least) * 0.06 || 0.1
  const height = room.narrow ? 240 : 280
  const labels = apart(
    curves.filter(({ label, dots }) => label !== '' && dots.length > 0),
    ((most - least) * LINE) / (height - 60),
  )
  const beside = Math.max(0, ...labels.map(({ label }) => label.length))
  return plot.plot({
    width: room.width,
    height,
    marginLeft: 46,
    marginRight: room.narrow ? 12 : Math.min(220, 18 + 6.6 * beside),
    marginTop: 26,
    marginBottom: 38,
    x: { label: words.x, ticks: room.narrow ? 4 : 6, tickFormat: words.told, labelArrow: 'none' },
    y: { label: words.y, domain: [least - spare, most + spare], grid: true, ticks: 5, tickFormat: words.told },
    marks: curves
      .flatMap(({ dots, at }) => [
        plot.areaY(dots, { x: 'x', y1: 'low', y2: 'high', fill: ink(at), fillOpacity: 0.2 }),
        plot.lineY(dots, { x: 'x', y: 'ours', stroke: ink(at), strokeWidth: 2.25 }),
        plot.dot(
          dots.filter(({ published }) => published !== undefined),
          { x: 'x', y: 'published', stroke: ink(at), fill: 'var(--page)', strokeWidth: 1.75, r: 4 },
        ),
      ])
      .concat([
        plot.text(labels, {
          x: 'x',
          y: 'y',
          text: 'label',
          fill: ({ at }: { at: number }) => ink(at),
          textAnchor: 'start',
          dx: 9,
          fontWeight: 600,
          stroke: 'var(--page)',
          strokeWidth: 4,
        }),
      ]),
  }) as SVGSVGElement
}

const dotsOf = (points: Figure['curves'][number]['points']): Dot[] =>
  points.map(({ x, ours, halfWidth, published }) => ({
    x,
    ours,
    low: ours - halfWidth,
    high: ours + halfWidth,
    published,
  }))

/** Names at the ends of the curves, moved apart where these end close together. */
function apart(curves: readonly { dots: readonly Dot[]; label: string; at: number }[], gap: number) {
  const placed = curves
    .map(({ dots, label, at }) => ({ label, at, x: dots.at(-1)!.x, y: dots.at(-1)!.ours }))
    .toSorted((one, other) => one.y - other.y)
  for (let next = 1; next < placed.length; next++)
    placed[next]!.y = Math.max(placed[next]!.y, placed[next - 1]!.y + gap)
  return placed
}
