import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Mine } from '../types.ts'

/** Assessments that wait for an answer. */
export function Waiting({ assessments }: Pick<Mine, 'assessments'>) {
  const t = useWords('learning')
  const when = useWhen()
  return assessments.map(({ id, title, closesOn }) => (
    <div key={id} className={styles.notice}>
      <p className={styles.said}>
        {t('waiting.asked')} <Go to={paths.assessment(id)}>{title}</Go>
        {closesOn && <span className={styles.softly}> {t('assessment.until', { day: when.day(closesOn) })}</span>}
      </p>
    </div>
  ))
}
