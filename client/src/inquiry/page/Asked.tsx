import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { PersonChip, Section, toast } from '#ui/index.ts'
import { AskPeopleDialog } from '../act/AskPeopleDialog.tsx'
import { type Inquiry, readAgain } from '../api.ts'
import styles from '../inquiry.module.css'

/** The people asked by name, three at most, and the way to ask. */
export function Asked({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { asked, may } = inquiry
  const free = 3 - asked.filter(({ declined }) => !declined).length
  if (asked.length === 0 && !may.askPeople) return null
  const decline = () =>
    api('DELETE /inquiries/{inquiry}/asked', { params: { inquiry: inquiry.id } })
      .then(() => readAgain(client))
      .then(() => toast(t('asked.declined')))
      .catch((error: Error) => toast(error.message))
  return (
    <>
      <Section small title={t('asked.title')}>
        {asked.length > 0 && (
          <ul className={styles.short}>
            {asked.map(({ person, declined }) => (
              <li key={person.id}>
                <PersonChip
                  name={person.name}
                  photo={person.photo}
                  to={paths.person(person.id)}
                  note={declined ? t('asked.cannotNow') : person.title}
                  gone={person.gone}
                />
              </li>
            ))}
          </ul>
        )}
        {may.decline && (
          <Button size="compact-sm" variant="default" className={styles.start} onClick={() => void decline()}>
            {t('asked.decline')}
          </Button>
        )}
        {may.askPeople && free > 0 && (
          <Button size="compact-sm" variant="default" className={styles.start} onClick={() => setAsking(true)}>
            {t('asked.action')}
          </Button>
        )}
      </Section>
      {asking && <AskPeopleDialog inquiry={inquiry} free={free} onClose={() => setAsking(false)} />}
    </>
  )
}
