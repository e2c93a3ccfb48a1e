import type { Answer } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './measurement.module.css'

interface MineProps {
  mine: Answer<'GET /communities/{community}/indicators'>['mine']
  slug: string
}

/** What only the reader is told: that much rests on them, and how to share it. */
export function Mine({ mine: { amongFive, aloneOn }, slug }: MineProps) {
  const t = useWords('measurement')
  const when = useWhen()
  if (!amongFive && aloneOn.length === 0) return null
  return (
    <div className={styles.mine}>
      {amongFive && <p>{t('mine.five')}</p>}
      {aloneOn.length > 0 && <p data-no-words>{t('mine.alone', { topics: when.list(aloneOn) })}</p>}
      <p className={styles.soft}>
        {t('mine.how')} <Go to={paths.members(slug)}>{t('mine.act')}</Go>
      </p>
    </div>
  )
}
