import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from './erasure.module.css'

const addresses = {
  inquiry: paths.inquiry,
  practice: paths.practice,
  community: paths.charter,
  story: paths.story,
  value_report: paths.valueReport,
  escalation: paths.escalation,
  signal: paths.signal,
  imperative: paths.imperative,
}

/** Pages on which others wrote the name, so that it can be taken away there before it is forgotten here. */
export function Places({ person }: { person: string }) {
  const t = useWords('erasure')
  const { data } = useSuspenseQuery(query('GET /people/{person}/erasure/places', { params: { person } }))
  const nowhere = data.items.length === 0 && data.hidden === 0
  return (
    <Section title={t('places')} count={data.items.length + data.hidden || undefined}>
      <p className={styles.said}>{t(nowhere ? 'placesNone' : 'placesWhat')}</p>
      {data.items.length > 0 && (
        <ul className={styles.places}>
          {data.items.map(({ kind, id, title, texts }) => (
            <li key={`${kind} ${id}`}>
              <Go to={addresses[kind](id)}>{title}</Go>
              <span className={styles.soft}>{t('placesTexts', { count: texts })}</span>
            </li>
          ))}
        </ul>
      )}
      {data.hidden > 0 && <p className={styles.said}>{t('placesHidden', { count: data.hidden })}</p>}
      {data.more && <p className={styles.said}>{t('placesMore')}</p>}
    </Section>
  )
}
