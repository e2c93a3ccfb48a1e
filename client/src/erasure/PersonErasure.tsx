import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from './erasure.module.css'

/** On somebody's page, for the knowledge office: how far an erasure has come, and the way to decide one. */
export function PersonErasure({ person }: { person: { id: string; name: string } }) {
  const { data: me } = useMe()
  return me?.may.administer ? <ForOffice person={person} /> : null
}

function ForOffice({ person: { id, name } }: { person: { id: string; name: string } }) {
  const t = useWords('erasure')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /people/{person}/erasure', { params: { person: id } }))
  const { erasure } = data
  const said = erasure?.dueAt
    ? t('person.waiting', { when: when.time(erasure.dueAt) })
    : erasure
      ? t('person.asked', { name })
      : t('person.what')
  return (
    <Section title={t('person.title')}>
      <p className={erasure ? styles.said : styles.soft}>{said}</p>
      <Button component={Go} to={paths.erasure(id)} variant="default">
        {t('person.open')}
      </Button>
    </Section>
  )
}
