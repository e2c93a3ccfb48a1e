import type { Model } from '@mortar/simulation'
import { useMemo } from 'react'
import { useWords } from '#app/words.ts'
import { Chart } from '../chart/Chart.tsx'
import { drawCurves } from '../chart/curves.ts'
import { NumbersBehind } from '../chart/NumbersBehind.tsx'
import { axisOf } from '../model/measures.ts'
import { told, toldWidth } from '../numbers.ts'
import { LineNames } from '../parts/LineNames.tsx'
import type { Growing } from '../run/growing.ts'
import { useModelWords } from '../words.ts'
import styles from './compare.module.css'

interface ComparedCurvesProps {
  model: Model
  growing: Growing
  measure: string
  names: readonly [string, string]
}

/** One measure of both settings over the periods, each with its 95% interval. */
export function ComparedCurves({ model, growing, measure, names }: ComparedCurvesProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const { unit } = model.measures.find(({ name }) => name === measure)!
  const draw = useMemo(() => {
    const drawing = {
      curves: names.map((label, at) => ({
        label,
        colour: at + 1,
        moments: growing.moments,
        points: growing.cells[at]?.curves[measure] ?? [],
      })),
      before: [],
      watched: [],
      x: t('chart.period'),
      y: words.measure(model.name, measure),
      ...axisOf(unit),
      told: (value: number) => told(value, unit),
    }
    return (plot: Parameters<typeof drawCurves>[0], room: Parameters<typeof drawCurves>[1]) =>
      drawCurves(plot, room, { ...drawing, curves: room.narrow ? unnamed(drawing.curves) : drawing.curves })
  }, [model, measure, growing, names.join()])
  const label = t('compare.label', { measure: words.measure(model.name, measure), one: names[0], other: names[1] })
  return (
    <figure id="compared" className={styles.figure}>
      <LineNames names={names} />
      <Chart draw={draw} label={label} />
      <NumbersBehind
        caption={label}
        heads={[t('chart.period'), ...names]}
        rows={() =>
          growing.moments.map((moment, at) => [
            moment,
            ...growing.cells.map(({ curves }) => {
              const point = curves[measure]?.[at]
              return point ? `${told(point.mean, unit)} ± ${toldWidth(point.halfWidth, unit)}` : '–'
            }),
          ])
        }
      />
    </figure>
  )
}

/** The names stand over the drawing already, and would cover it where it is narrow. */
const unnamed = <Curve extends { label: string }>(curves: readonly Curve[]): Curve[] =>
  curves.map((curve) => ({ ...curve, label: '' }))
