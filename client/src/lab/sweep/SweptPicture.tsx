import type { Experiment, Figure, Model } from '@mortar/simulation'
import type * as PlotModule from '@observablehq/plot'
import { useCallback, useMemo } from 'react'
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
  const { x, y, measure } = swept
  const {
    places,
    measureName,
    name,
    ticks,
    told: toldHere,
    said,
    saying,
    addressOf,
    where,
  } = useTelling({
    model,
    swept,
    plan,
    search,
  })
  const label = t(y ? 'sweep.map' : 'sweep.curve', { measure: measureName, x: name(x), y: y ? name(y) : '' })
  const extent = extentOf(cells.map((cell) => cell.ends[measure]))
  return (
    <figure id="swept">
      {!y && x.text !== undefined ? (
        <SweptCurve x={name(x)} y={measureName} figure={figureOf(swept, places, cells)} label={label} />
      ) : (
        <>
          <HeatMap
            label={label}
            xName={name(x)}
            yName={y && name(y)}
            xTicks={ticks.x}
            yTicks={ticks.y}
            places={places}
            cells={cells}
            measure={measure}
            told={toldHere}
            saying={saying}
            addressOf={addressOf}
          />
          {extent && <Legend least={toldHere(extent[0])} most={toldHere(extent[1])} />}
        </>
      )}
      <NumbersBehind
        caption={label}
        heads={[name(x), ...(y ? [name(y)] : []), measureName, t('run.runs'), t('sweep.openHead')]}
        rows={() =>
          places.map((place) => [
            ...where(place),
            said(cells[place.cell]),
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

/** How cells are told: found once for a sweep, not with every run that comes in. */
function useTelling({ model, swept, plan, search }: Omit<SweptPictureProps, 'cells'>) {
  const t = useWords('lab')
  const words = useModelWords()
  return useMemo(() => {
    const { x, y, measure } = swept
    const unit = model.measures.find(({ name }) => name === measure)!.unit
    const valueSaid = ({ field }: Axis, value: Value): string => {
      if (typeof value === 'number') return shortTold(value)
      if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no')
      return words.choiceShort(model.name, field.name, value)
    }
    const name = ({ field }: Axis) => words.setting(model.name, field.name)
    const said = (cell: GrowingCell | undefined): string => {
      const estimate = cell?.ends[measure]
      return estimate && Number.isFinite(estimate.mean)
        ? `${told(estimate.mean, unit)} ± ${toldWidth(estimate.halfWidth, unit)}`
        : '–'
    }
    const named = [x, ...(y ? [y] : [])].map((axis) => [axis, name(axis)] as const)
    const where = (place: HeatCell) =>
      named.map(([axis], at) => valueSaid(axis, (at === 0 ? place.x : place.y) as Value))
    const sentence = (place: HeatCell) =>
      where(place)
        .map((value, at) => `${named[at]![1]} ${value}`)
        .join(', ')
    return {
      places: heatCells(x, y, (one, other) => cellAt(plan, swept, one, other)),
      measureName: words.measure(model.name, measure),
      ticks: {
        x: x.values.map((value) => valueSaid(x, value)),
        y: y ? y.values.toReversed().map((value) => valueSaid(y, value)) : [],
      },
      name,
      where,
      said,
      told: (value: number) => told(value, unit),
      saying: (place: HeatCell, cell: GrowingCell | undefined) =>
        t('sweep.cell', { where: sentence(place), value: said(cell), runs: cell?.runs ?? 0 }),
      addressOf: ({ cell }: HeatCell) => paths.labModel(model.name, searchOfCell(swept, search, plan.cells[cell]!)),
    }
  }, [model, swept, plan, search, t])
}

function figureOf({ x, measure }: Sweep, places: readonly HeatCell[], cells: readonly GrowingCell[]): Figure {
  const points = places.flatMap((place) => {
    const estimate = cells[place.cell]?.ends[measure]
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
