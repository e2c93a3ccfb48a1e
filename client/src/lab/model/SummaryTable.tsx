import { Tooltip } from '@mantine/core'
import type { Model } from '@mortar/simulation'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useWords } from '#app/words.ts'
import { told, toldWidth } from '../numbers.ts'
import type { Growing } from '../run/growing.ts'
import { useModelWords } from '../words.ts'
import { colourOf } from './measures.ts'
import styles from './model.module.css'

interface SummaryTableProps {
  model: Model
  growing: Growing
  shown: readonly string[]
  onShow: (measure: string) => void
}

type Quantiles = Readonly<Record<string, readonly number[]>>

/** What each measure came to at the end of the runs: mean, interval, and how single runs spread. */
export function SummaryTable({ model, growing, shown, onShow }: SummaryTableProps) {
  const t = useWords('lab')
  const heads = useHeads(model, shown, onShow)
  const quantiles = useQuantiles(model, growing)
  const ends = growing.cells[0]?.ends ?? {}
  // What nobody is there for tells nothing.
  const measures = model.measures.filter(({ name }) => !Number.isNaN(ends[name]?.mean ?? 0))
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t('summary.title')}>
      <table className={styles.summary}>
        <caption className="unseen">{t('summary.caption', { runs: growing.runs })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summary.measure')}</th>
            <th scope="col">{t('summary.mean')}</th>
            {shares.map((share) => (
              <th key={share} scope="col">
                {share === 0.5 ? t('summary.median') : t('summary.quantile', { share })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ name, unit }) => (
            <tr key={name}>
              <th scope="row">{heads[name]}</th>
              <td>
                {told(ends[name]?.mean ?? NaN, unit)}
                <small> ± {toldWidth(ends[name]?.halfWidth ?? NaN, unit)}</small>
              </td>
              {shares.map((share, at) => (
                <td key={share}>{told(quantiles[name]?.[at] ?? NaN, unit)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{t('summary.quantiles')}</p>
    </div>
  )
}

/** Each measure with its meaning and whether it is drawn: the same while numbers come in. */
function useHeads(model: Model, shown: readonly string[], onShow: (measure: string) => void) {
  const t = useWords('lab')
  const words = useModelWords()
  return useMemo<Record<string, ReactNode>>(() => {
    const head = (name: string) => (
      <>
        <Tooltip label={words.measureMeans(model.name, name)} events={{ hover: true, focus: true, touch: true }}>
          <label className={styles.measure} data-colour={colourOf(model, name)}>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              aria-describedby={`means-${name}`}
              onChange={() => onShow(name)}
            />
            <i aria-hidden="true" />
            {words.measure(model.name, name)}
          </label>
        </Tooltip>
        <span id={`means-${name}`} className="unseen">
          {words.measureMeans(model.name, name)}
        </span>
      </>
    )
    return Object.fromEntries(model.measures.map(({ name }) => [name, head(name)]))
  }, [model, shown, onShow, t])
}

const shares = [0.05, 0.25, 0.5, 0.75, 0.95]

/** Found once the runs are over, a measure at a time, so that the page stays quick. */
function useQuantiles(model: Model, { results }: Growing): Quantiles {
  const [found, setFound] = useState<Quantiles>({})
  useEffect(() => {
    setFound({})
    if (!results) return
    let stopped = false
    void (async () => {
      const all: Record<string, readonly number[]> = {}
      for (const { name } of model.measures) {
        const { quantiles } = results.summary(0, name)
        all[name] = [quantiles.q05, quantiles.q25, quantiles.q50, quantiles.q75, quantiles.q95]
        await new Promise((done) => setTimeout(done))
        if (stopped) return
      }
      setFound(all)
    })()
    return () => void (stopped = true)
  }, [model, results])
  return found
}
