import { useWords } from '#app/words.ts'
import styles from '../learning.module.css'

const most = 3

/** How much is missing on average, from nothing to much. */
export function GapBar({ mean }: { mean: number }) {
  const t = useWords('learning')
  return (
    <span className={styles.gap}>
      <svg width="72" height="10" viewBox="0 0 72 10" aria-hidden="true">
        <rect x="0.5" y="0.5" width="71" height="9" rx="2" fill="none" stroke="var(--line)" />
        <rect x="0.5" y="0.5" width={Math.max(1, (71 * mean) / most)} height="9" rx="2" fill="var(--note)" />
      </svg>
      {t('result.number', { n: mean })}
    </span>
  )
}
