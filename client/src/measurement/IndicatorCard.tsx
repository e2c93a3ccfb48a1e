import type { IndicatorPoint, IndicatorView } from '@mortar/contract/measurement'
import { useId } from 'react'
import { useWords } from '#app/words.ts'
import { History } from '#ui/index.ts'
import { Explanation } from './Explanation.tsx'
import { Flagged } from './Flagged.tsx'
import styles from './measurement.module.css'
import { useValue } from './use-value.ts'

/** One figure: what it says now and how sure that is, its own past, and behind it how it comes about. */
export function IndicatorCard({ indicator, community }: { indicator: IndicatorView; community?: string | undefined }) {
  const id = useId()
  const { name, meaning, points, kind } = indicator
  const { written, quarter } = useValue(kind)
  const t = useWords('measurement')
  const shown = points.findLast(({ state }) => state === 'shown')
  return (
    <article className={styles.card} aria-labelledby={id}>
      <h3 id={id} data-no-words>
        {name}
      </h3>
      <p className={styles.soft} data-no-words>
        {meaning}
      </p>
      {shown ? <Latest point={shown} indicator={indicator} /> : <p className={styles.few}>{t(wordFor(points))}</p>}
      {shown && points.at(-1) !== shown && (
        <p className={styles.soft}>{t('nowFew', { quarter: quarter(points.at(-1)!.quarter) })}</p>
      )}
      {shown && points.length > 1 && (
        <History
          label={t('historyLabel', { name })}
          points={points.map(({ quarter, value, low, high, chance }) => ({
            id: quarter,
            value,
            low,
            high,
            chance: chance?.value ?? null,
          }))}
          first={quarter(points[0]!.quarter)}
          last={quarter(points.at(-1)!.quarter)}
          format={written}
          range={kind === 'share' ? [0, 1] : undefined}
        />
      )}
      {community && indicator.flags && shown && shown.value! > 0 && (
        <Flagged community={community} indicator={indicator} />
      )}
      <Explanation indicator={indicator} />
    </article>
  )
}

const wordFor = (points: readonly IndicatorPoint[]) =>
  points.some(({ state }) => state === 'few') ? 'tooFew' : 'nothingYet'

function Latest({ point, indicator: { kind } }: { point: IndicatorPoint; indicator: IndicatorView }) {
  const t = useWords('measurement')
  const { written, between, quarter } = useValue(kind)
  return (
    <>
      <p className={styles.value}>
        <strong>{written(point.value!)}</strong> <span>{quarter(point.quarter)}</span>
      </p>
      <p data-no-words>{point.sentence}</p>
      {(point.low !== null || point.high !== null) && (
        <p className={styles.soft}>{t('sure', { interval: between(point.low, point.high) })}</p>
      )}
      {point.chance && (
        <p className={styles.soft}>
          {point.chance.low === null && point.chance.high === null
            ? t('chance', { value: written(point.chance.value) })
            : t('chanceBetween', {
                value: written(point.chance.value),
                interval: between(point.chance.low, point.chance.high),
              })}
        </p>
      )}
    </>
  )
}
