import type { PracticeLink } from '@mortar/contract/practice'
import type { PersonPractices as Practices } from '@mortar/contract/practice-pages'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** What somebody brought into the repertoire: what they keep, what they wrote, what they used and how it went. */
export function PersonPractices({ person }: { person: { id: string } }) {
  const t = useWords('desk')
  const { data } = useSuspenseQuery(query('GET /people/{person}/practices', { params: { person: person.id } }))
  return (
    <>
      <Links title={t('person.keeps')} practices={data.stewards} />
      <Links title={t('person.wrote')} practices={data.wrote} />
      <Applied applied={data.applied} />
    </>
  )
}

const Links = ({ title, practices }: { title: string; practices: readonly PracticeLink[] }) => (
  <Lines title={title} items={practices} keyOf={({ id }) => id}>
    {({ id, title: name }) => <Go to={paths.practice(id)}>{name}</Go>}
  </Lines>
)

function Applied({ applied }: { applied: Practices['applied'] }) {
  const t = useWords('desk')
  const when = useWhen()
  return (
    <Lines title={t('person.applied')} items={applied} keyOf={({ practice, at }) => `${practice.id} ${at}`}>
      {({ practice, outcome, at }) => (
        <>
          <Go to={paths.practice(practice.id)}>{practice.title}</Go>
          <p className={styles.facts}>
            <Mark kind={outcome}>{t(`person.${outcome}`)}</Mark>
            <span>{when.ago(at)}</span>
          </p>
        </>
      )}
    </Lines>
  )
}

interface LinesProps<Item> {
  title: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

const most = 8

function Lines<Item>({ title, items, keyOf, children }: LinesProps<Item>) {
  const t = useWords('desk')
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ul className={styles.lines}>
        {items.slice(0, most).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > most && <p className={styles.soft}>{t('person.more', { count: items.length - most })}</p>}
    </Section>
  )
}
