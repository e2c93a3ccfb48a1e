import { useWords } from '#app/words.ts'
import styles from '../learning.module.css'
import type { Report } from '../types.ts'

/** What a file would do, and each problem with the row in which it stands. */
export function Looked({ report: { rows, added, changed, same, problems, notes, columns } }: { report: Report }) {
  const t = useWords('learning')
  const unread = columns.filter(({ meaning }) => meaning === null).map(({ header }) => header)
  return (
    <div role="status" className={styles.notice}>
      <p className={styles.said}>
        <strong>{t('bring.would', { rows, added, changed, same })}</strong>
      </p>
      {unread.length > 0 && <p className={styles.soft}>{t('bring.unread', { headers: unread.join(', ') })}</p>}
      {problems.length > 0 && <Told title={t('bring.problems', { count: problems.length })} told={problems} />}
      {notes.length > 0 && <Told title={t('bring.notes', { count: notes.length })} told={notes} />}
    </div>
  )
}

function Told({ title, told }: { title: string; told: Report['problems'] }) {
  const t = useWords('learning')
  return (
    <details open={told.length <= 12}>
      <summary>{title}</summary>
      <ul className={styles.short}>
        {told.map(({ row, sentence }) => (
          <li key={`${row} ${sentence}`}>
            <span className={styles.softly}>{t('bring.row', { row })}</span>
            <span data-no-words>{sentence}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
