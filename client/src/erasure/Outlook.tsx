import type { Answer } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import styles from './erasure.module.css'

export type Looked = Answer<'GET /me/erasure'>
type Part = Looked['goes'][number] | Looked['wordsOf'][number] | Looked['stays'][number]

/** Exactly what would go, what goes or stays by the setting, and what stays: how many of each. */
export function Outlook({ looked }: { looked: Looked }) {
  const t = useWords('erasure')
  return (
    <>
      <Section title={t('goes')}>
        <p className={styles.said}>{t('goesAlways')}</p>
        <Parts parts={looked.goes} />
      </Section>
      <Section title={t('words')}>
        {looked.wordsOf.length === 0 ? (
          <p className={styles.soft}>{t('noWords')}</p>
        ) : (
          <>
            <p className={styles.said}>{t(looked.words === 'go' ? 'wordsGo' : 'wordsStay')}</p>
            <Parts parts={looked.wordsOf} />
          </>
        )}
      </Section>
      <Section title={t('stays')}>
        <p className={styles.said}>{t('staysWhat')}</p>
        <Parts parts={looked.stays} />
      </Section>
    </>
  )
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const t = useWords('erasure')
  if (parts.length === 0) return null
  return (
    <ul className={styles.parts}>
      {parts.map(({ part, count }) => (
        <li key={part}>{t(`part.${part}`, { count })}</li>
      ))}
    </ul>
  )
}
