import type { Model } from '@mortar/simulation'
import { useMemo } from 'react'
import { useWords } from '#app/words.ts'
import { Chart } from '../chart/Chart.tsx'
import { type Curve, drawCurves } from '../chart/curves.ts'
import { NumbersBehind } from '../chart/NumbersBehind.tsx'
import { told, toldWidth } from '../numbers.ts'
import type { Growing } from '../run/growing.ts'
import { useModelWords } from '../words.ts'
import { axisOf, byUnit, colourOf } from './measures.ts'

interface CurvesProps {
  model: Model
  growing: Growing
  before: Growing | undefined
  shown: readonly string[]
  /** Rows of one watched run, a period each. */
  watched: readonly Float64Array[]
}

/** The curves of the measures that are shown: one drawing for each unit, and its numbers behind it. */
export function Curves({ model, shown, ...rest }: CurvesProps) {
  return byUnit(model, shown).map(({ unit, measures }) => (
    <OneUnit key={unit} model={model} unit={unit} names={measures.map(({ name }) => name)} {...rest} />
  ))
}

type OneUnitProps = Omit<CurvesProps, 'shown'> & { unit: string; names: readonly string[] }

function OneUnit({ model, unit, names, growing, before, watched }: OneUnitProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const cell = growing.cells[0]
  const key = names.join()
  const draw = useMemo(() => {
    const curvesOf = ({ cells, moments }: Growing): Curve[] =>
      names.map((name) => ({
        label: words.measure(model.name, name),
        colour: colourOf(model, name),
        moments,
        points: cells[0]?.curves[name] ?? [],
      }))
    const drawing = {
      curves: curvesOf(growing),
      before: before ? curvesOf(before) : [],
      watched: names.map((name) => ({ colour: colourOf(model, name), values: column(model, watched, name) })),
      x: t('chart.period'),
      y: words.unit(unit),
      ...axisOf(unit),
      told: (value: number) => told(value, unit),
    }
    return (plot: Parameters<typeof drawCurves>[0], room: Parameters<typeof drawCurves>[1]) =>
      drawCurves(plot, room, drawing)
    // The words change only with the language, which draws the whole page anew.
  }, [model, key, unit, growing, before, watched])
  const measures = names.map((name) => words.measure(model.name, name))
  const label = t('chart.label', { measures: measures.join(', '), runs: cell?.runs ?? 0 })
  return (
    <figure data-chart={unit}>
      <Chart draw={draw} label={label} />
      <NumbersBehind
        caption={label}
        heads={[t('chart.period'), ...measures]}
        rows={() =>
          growing.moments.map((moment, at) => [
            moment,
            ...names.map((name) => withInterval(growing.cells[0]?.curves[name]?.[at], unit)),
          ])
        }
      />
    </figure>
  )
}

const column = (model: Model, rows: readonly Float64Array[], name: string): number[] => {
  const at = model.measures.findIndex((measure) => measure.name === name)
  return rows.map((row) => row[at]!)
}

const withInterval = (point: { mean: number; halfWidth: number } | undefined, unit: string) =>
  point ? `${told(point.mean, unit)} ± ${toldWidth(point.halfWidth, unit)}` : '–'
