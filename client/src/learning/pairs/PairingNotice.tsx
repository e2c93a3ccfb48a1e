import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from '../learning.module.css'

/** What rounds of pairs know about me, for the page that says what is kept. */
export function PairingNotice() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/pairs'))
  const { choice, pairs } = data
  const said = choice
    ? t('part.kept', {
        wants: choice.wants.length,
        offers: choice.offers.length,
        meets: choice.meets ? 'yes' : 'no',
        pairs: pairs.length,
      })
    : t('part.keptNone', { pairs: pairs.length })
  return (
    <Section title={t('pairs.title')} action={<Go to={paths.pairs()}>{t('part.see')}</Go>}>
      <p className={styles.said}>{said}</p>
    </Section>
  )
}
