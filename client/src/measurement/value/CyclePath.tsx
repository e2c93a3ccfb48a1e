import type { Cycle } from '@mortar/contract/measurement-value'
import { useWords } from '#app/words.ts'
import styles from './value.module.css'

export const cycles = ['immediate', 'potential', 'applied', 'realized', 'transformative'] as const satisfies Cycle[]

/** The five cycles as steps; those that a story goes through are filled and named. */
export function CyclePath({ cycles: reached }: { cycles: readonly Cycle[] }) {
  const t = useWords('measurement')
  return (
    <ol className={styles.path} aria-label={t('worth.cyclesLabel')}>
      {cycles
        .filter((cycle) => reached.includes(cycle))
        .map((cycle) => (
          <li key={cycle}>{t(`worth.cycle.${cycle}`)}</li>
        ))}
    </ol>
  )
}
