import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import styles from '../network.module.css'

/** What happens in Mortar is read by Mortar: when it was last, and what it leaves alone. */
export function OwnReading({ readAt }: { readAt: string | null }) {
  const t = useWords('network')
  const when = useWhen()
  return (
    <Section title={t('own.title')}>
      <p className={styles.said}>{t('own.how')}</p>
      <p className={styles.soft}>{readAt ? t('own.last', { at: when.time(readAt) }) : t('own.notYet')}</p>
    </Section>
  )
}
