import { Select } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page, PersonChip, Section, useAddress } from '#ui/index.ts'
import { practiceQuery } from '../api.ts'
import { Text } from '../page/Text.tsx'
import styles from '../practice.module.css'
import { textOf } from '../write/use-beginning.ts'
import { ChangesSection } from './ChangesSection.tsx'
import { TextDiff } from './TextDiff.tsx'

/** Every revision, and what changed between any two of them. */
export function RevisionsPage({ params }: { params: { practice: string } }) {
  const t = useWords('practice')
  const when = useWhen()
  const { data: practice } = useSuspenseQuery(practiceQuery(params.practice))
  const { data } = useSuspenseQuery(query('GET /practices/{practice}/revisions', { params }))
  const [{ from, to }, change] = useAddress()
  const numbers = data.items.map(({ revision }) => revision)
  const after = numbers.find((one) => String(one) === to) ?? numbers[0]!
  const before = numbers.find((one) => String(one) === from) ?? numbers.find((one) => one < after)
  const choices = data.items.map(({ revision, at }) => ({
    value: String(revision),
    label: t('revisions.choice', { revision, day: when.day(at) }),
  }))
  return (
    <Page
      title={t('revisions.title', { title: practice.title })}
      above={<Go to={paths.practice(practice.id)}>{t('back')}</Go>}
    >
      {data.items.length > 1 && before ? (
        <Section title={t('revisions.between')}>
          <div className={styles.filters}>
            <Select
              label={t('revisions.from')}
              data={choices}
              value={String(before)}
              onChange={(value) => change({ from: value ?? undefined })}
            />
            <Select
              label={t('revisions.to')}
              data={choices}
              value={String(after)}
              onChange={(value) => change({ to: value ?? undefined })}
            />
          </div>
          <Suspense fallback={<ListSkeleton />}>
            <Between practice={practice.id} before={before} after={after} />
          </Suspense>
        </Section>
      ) : (
        <Text text={practice.text} />
      )}
      <Section title={t('revisions.all')}>
        <ol className={styles.lines}>
          {data.items.map(({ revision, note, by, takenBy, at }) => (
            <li key={revision} className={styles.line}>
              <p className={styles.facts}>
                <strong>{t('revisions.number', { revision })}</strong>
                <time dateTime={at}>{when.time(at)}</time>
                {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
                {takenBy && <span>{t('revisions.takenBy', { name: takenBy.name })}</span>}
              </p>
              {note && <p>{note}</p>}
            </li>
          ))}
        </ol>
      </Section>
      <ChangesSection practice={practice} />
    </Page>
  )
}

function Between({ practice, before, after }: { practice: string; before: number; after: number }) {
  const one = (revision: number) =>
    query('GET /practices/{practice}/revisions/{revision}', { params: { practice, revision } })
  const { data: earlier } = useSuspenseQuery(one(before))
  const { data: later } = useSuspenseQuery(one(after))
  return <TextDiff before={textOf(earlier)} after={textOf(later)} />
}
