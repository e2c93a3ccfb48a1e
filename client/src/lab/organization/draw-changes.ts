import type * as PlotModule from '@observablehq/plot'
import type { Room } from '../chart/Chart.tsx'
import { type Change, verdictInks } from './outcome.ts'

interface Drawing {
  readonly changes: readonly Change[]
  readonly nameOf: (measure: string) => string
  readonly told: (percent: number) => string
  readonly x: string
}

const ROW = 34
/** Of the widest change: beyond it an interval is cut at the edge, so that one wide one does not hide the others. */
const WIDEST = 100

/** One line for each measure: the change from the present with its 95% interval, zero in the middle. */
export function drawChanges(plot: typeof PlotModule, room: Room, { changes, nameOf, told, x }: Drawing): SVGSVGElement {
  const ends = changes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])
  const reach = Math.max(1, Math.min(WIDEST, Math.max(0, ...ends))) * 1.08
  const within = (value: number) => Math.max(-reach, Math.min(reach, value))
  const rows = changes.map(({ measure, verdict, middle, low, high }) => ({
    name: nameOf(measure),
    ink: verdictInks[verdict],
    middle: within(middle),
    low: within(low),
    high: within(high),
    said: told(middle),
  }))
  const names = rows.map(({ name }) => name)
  return plot.plot({
    width: room.width,
    height: ROW * (room.narrow ? 1.5 : 1) * rows.length + 56,
    marginLeft: room.narrow ? 8 : 210,
    marginRight: 64,
    marginTop: 48,
    marginBottom: 28,
    x: {
      label: x,
      labelAnchor: room.narrow ? 'left' : 'center',
      labelArrow: 'none',
      labelOffset: 44,
      domain: [-reach, reach],
      grid: true,
      ticks: room.narrow ? 3 : 7,
      axis: 'top',
    },
    y: { domain: names, label: null, axis: room.narrow ? null : 'left', tickSize: 0 },
    marks: [
      plot.ruleX([0], { stroke: 'var(--ink)' }),
      plot.ruleY(rows, { y: 'name', x1: 'low', x2: 'high', stroke: 'ink', strokeWidth: 3 }),
      plot.dot(rows, { y: 'name', x: 'middle', r: 5.5, fill: 'ink' }),
      plot.text(rows, {
        y: 'name',
        text: 'said',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        fill: 'ink',
        fontWeight: 600,
      }),
      ...(room.narrow
        ? [
            plot.text(rows, {
              y: 'name',
              text: 'name',
              frameAnchor: 'left',
              textAnchor: 'start',
              dy: -15,
              fill: 'var(--ink)',
              stroke: 'var(--page)',
              strokeWidth: 4,
            }),
          ]
        : []),
    ],
  }) as SVGSVGElement
}
