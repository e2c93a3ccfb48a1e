import type { Figure, Model } from '@mortar/simulation'
import { useCallback } from 'react'
import { useWords } from '#app/words.ts'
import { Chart, type Room } from '../chart/Chart.tsx'
import type * as PlotModule from '@observablehq/plot'
import { LineNames } from '../parts/LineNames.tsx'
import { shortTold } from '../told.ts'
import { useModelWords } from '../words.ts'
import { drawFigure } from './draw-figure.ts'
import styles from './reproduce.module.css'

/** A published picture drawn anew. Its numbers stand in the table of the study. */
export function FigurePart({ study, model, figure }: { study: string; model: Model; figure: Figure }) {
  const t = useWords('lab')
  const words = useModelWords()
  const measure = words.measure(model.name, figure.measure)
  const setting = figure.x === 'periods' ? t('reproduce.period') : words.setting(model.name, figure.x)
  const draw = useCallback(
    (plot: typeof PlotModule, room: Room) =>
      drawFigure(plot, room, figure, {
        x: setting,
        y: measure,
        curves: figure.curves.length < 2 ? [] : figure.curves.map(({ of }) => curveName(of)),
        told: shortTold,
      }),
    [figure, setting, measure],
  )
  function curveName(of: Figure['curves'][number]['of']): string {
    if (typeof of === 'string') return t(`reproduce.curve.${study}.${of}` as 'reproduce.title')
    if (typeof of.value === 'string') return words.choiceShort(model.name, of.setting, of.value)
    return t('reproduce.curveOf', {
      setting: words.setting(model.name, of.setting),
      value: shortTold(of.value as number),
    })
  }
  const published = figure.curves.some(({ points }) => points.some((point) => point.published !== undefined))
  const label = t('reproduce.figure', { measure, setting })
  return (
    <figure className={styles.figure}>
      <Chart draw={draw} label={label} />
      {figure.curves.length > 1 && <LineNames names={figure.curves.map(({ of }) => curveName(of))} />}
      <figcaption>{published ? t('reproduce.legend') : t('reproduce.legendOurs')}</figcaption>
    </figure>
  )
}
