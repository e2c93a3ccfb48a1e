import type { Experiment, Figure, Model } from '@mortar/simulation'
import type * as PlotModule from '@observablehq/plot'
import { useCallback } from 'react'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import { Chart, type Room } from '../chart/Chart.tsx'
import { NumbersBehind } from '../chart/NumbersBehind.tsx'
import { told, toldWidth } from '../numbers.ts'
import { drawFigure } from '../reproduce/draw-figure.ts'
import type { GrowingCell } from '../run/growing.ts'
import { shortTold, wholeTold } from '../told.ts'
import { useModelWords } from '../words.ts'
import { extentOf, type HeatCell, heatCells } from './heat.ts'
import { HeatMap } from './HeatMap.tsx'
import { Legend } from './Legend.tsx'
import { type Axis, cellAt, searchOfCell, type Sweep, type Value } from './plan.ts'

interface SweptPictureProps {
  model: Model
  swept: Sweep
  plan: Experiment
  search: Readonly<Record<string, string | undefined>>
  cells: readonly GrowingCell[]
}

/** Two settings as a map of shades, one as a curve with its band; the numbers of all cells behind it. */
export function SweptPicture({ model, swept, plan, search, cells }: SweptPictureProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const { x, y, measure } = swept
  const unit = model.measures.find(({ name }) => name === measure)!.unit
  const valueSaid = ({ field }: Axis, value: Value): string => {
    if (typeof value === 'number') return shortTold(value)
    if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no')
    return words.choiceShort(model.name, field.name, value)
  }
  const name = ({ field }: Axis) => words.setting(model.name, field.name)
  const estimateOf = (cell: number) => cells[cell]?.ends[measure]
  const said = (cell: number): string => {
    const estimate = estimateOf(cell)
    return estimate && Number.isFinite(estimate.mean)
      ? `${told(estimate.mean, unit)} ± ${toldWidth(estimate.halfWidth, unit)}`
      : '–'
  }
  const places = heatCells(x, y, (one, other) => cellAt(plan, swept, one, other))
  const addressOf = ({ cell }: HeatCell) => paths.labModel(model.name, searchOfCell(swept, search, plan.cells[cell]!))
  const saying = (place: HeatCell) =>
    t('sweep.cell', {
      where: [
        `${name(x)} ${valueSaid(x, place.x)}`,
        ...(y && place.y !== undefined ? [`${name(y)} ${valueSaid(y, place.y)}`] : []),
      ].join(', '),
      value: said(place.cell),
      runs: cells[place.cell]?.runs ?? 0,
    })
  const asCurve = !y && x.text !== undefined
  const label = t(y ? 'sweep.map' : 'sweep.curve', {
    measure: words.measure(model.name, measure),
    x: name(x),
    y: y ? name(y) : '',
  })
  const extent = extentOf(cells.map((cell) => cell.ends[measure]))
  return (
    <figure id="swept">
      {asCurve ? (
        <SweptCurve
          x={name(x)}
          y={words.measure(model.name, measure)}
          figure={figureOf(swept, places, estimateOf)}
          label={label}
        />
      ) : (
        <>
          <HeatMap
            label={label}
            xName={name(x)}
            yName={y && name(y)}
            xTicks={x.values.map((value) => valueSaid(x, value))}
            yTicks={y ? y.values.toReversed().map((value) => valueSaid(y, value)) : []}
            cells={places}
            estimateOf={estimateOf}
            told={(value) => told(value, unit)}
            saying={saying}
            addressOf={addressOf}
          />
          {extent && <Legend least={told(extent[0], unit)} most={told(extent[1], unit)} />}
        </>
      )}
      <NumbersBehind
        caption={label}
        heads={[
          name(x),
          ...(y ? [name(y)] : []),
          words.measure(model.name, measure),
          t('run.runs'),
          t('sweep.openHead'),
        ]}
        rows={() =>
          places.map((place) => [
            valueSaid(x, place.x),
            ...(y && place.y !== undefined ? [valueSaid(y, place.y)] : []),
            said(place.cell),
            wholeTold(cells[place.cell]?.runs ?? 0),
            <Go key="open" to={addressOf(place)}>
              {t('sweep.open')}
            </Go>,
          ])
        }
      />
    </figure>
  )
}

function figureOf(
  { x, measure }: Sweep,
  places: readonly HeatCell[],
  estimateOf: (cell: number) => { mean: number; halfWidth: number } | undefined,
): Figure {
  const points = places.flatMap((place) => {
    const estimate = estimateOf(place.cell)
    if (!estimate || !Number.isFinite(estimate.mean)) return []
    const halfWidth = Number.isFinite(estimate.halfWidth) ? estimate.halfWidth : 0
    return [{ x: place.x as number, ours: estimate.mean, halfWidth }]
  })
  return { x: x.field.name, measure, curves: [{ of: '', points }] }
}

function SweptCurve({ x, y, figure, label }: { x: string; y: string; figure: Figure; label: string }) {
  const text = JSON.stringify(figure)
  const draw = useCallback(
    (plot: typeof PlotModule, room: Room) => drawFigure(plot, room, figure, { x, y, curves: [], told: shortTold }),
    [text, x, y],
  )
  return <Chart draw={draw} label={label} />
}
