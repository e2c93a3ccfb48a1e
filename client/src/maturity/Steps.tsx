import { useWords } from '#app/words.ts'
import styles from './maturity.module.css'

/** A level of four: as steps and as a word. Answers are filled, evidence is drawn as rings, so that they are told apart. */
export function Steps({ level, filled = false }: { level: number; filled?: boolean }) {
  const t = useWords('maturity')
  return (
    <span className={styles.steps}>
      <svg viewBox="0 0 76 16" width="76" height="16" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <circle
            key={step}
            cx={8 + (step - 1) * 20}
            cy="8"
            r={step <= level ? 6 : 2}
            className={step > level ? styles.rest : filled ? styles.said : styles.seen}
          />
        ))}
      </svg>
      {t(`level.${level as 1 | 2 | 3 | 4}`)}
    </span>
  )
}
