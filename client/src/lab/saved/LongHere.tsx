import { useWords } from '#app/words.ts'
import styles from './saved.module.css'

/** Why a long experiment does not replay by itself. */
export function LongHere({ seconds }: { seconds: number | undefined }) {
  const t = useWords('lab')
  if (seconds === undefined) return null
  const minutes = seconds >= 90 ? Math.round(seconds / 60) : 0
  return <p className={styles.soft}>{t('saved.longHere', { minutes, seconds })}</p>
}
