import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Page, toast } from '#ui/index.ts'
import { DecideForm } from './DecideForm.tsx'
import styles from './erasure.module.css'
import { type Looked, Outlook } from './Outlook.tsx'
import { Places } from './Places.tsx'

/** What erasing somebody would do, for the knowledge office to decide; once it ran, that it did. */
export function ErasurePage({ params }: { params: { person: string } }) {
  const [done, setDone] = useState(false)
  return done ? <Done /> : <Deciding person={params.person} onDone={() => setDone(true)} />
}

function Deciding({ person: id, onDone }: { person: string; onDone: () => void }) {
  const t = useWords('erasure')
  const when = useWhen()
  const client = useQueryClient()
  const params = { person: id }
  const { data: person } = useSuspenseQuery(query('GET /people/{person}', { params }))
  const { data: looked } = useSuspenseQuery(query('GET /people/{person}/erasure', { params }))
  const { name } = person
  const decided = async (now: boolean) => {
    if (now) {
      onDone()
      toast(t('saidDone'))
      client.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('GET /people') })
      return
    }
    await refresh(client, 'GET /people/{person}/erasure', 'GET /erasures')
    toast(t('saidWaiting', { name, when: when.day(new Date(Date.now() + looked.days * 86_400_000).toISOString()) }))
  }
  return (
    <Page
      title={t('title', { name })}
      lead={t('lead')}
      actions={
        <Button component={Go} to={paths.person(id)} variant="default">
          {t('back', { name })}
        </Button>
      }
    >
      <Standing id={id} name={name} looked={looked} />
      <Outlook looked={looked} />
      <Suspense fallback={<ListSkeleton lines={3} />}>
        <Places person={id} />
      </Suspense>
      <DecideForm key={looked.erasure?.state ?? 'none'} person={{ id, name }} looked={looked} onDecided={decided} />
    </Page>
  )
}

function Standing({ id, name, looked }: { id: string; name: string; looked: Looked }) {
  const t = useWords('erasure')
  const when = useWhen()
  const client = useQueryClient()
  const { erasure } = looked
  if (!erasure) return null
  const takeBack = async () => {
    try {
      await api('DELETE /people/{person}/erasure', { params: { person: id } })
      toast(t('takenBack'))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(client, 'GET /people/{person}/erasure', 'GET /erasures')
  }
  return (
    <div className={styles.notice}>
      <p>
        {erasure.askedAt && t('askedOn', { name, when: when.day(erasure.askedAt) })}{' '}
        {erasure.dueAt && t('waiting', { when: when.time(erasure.dueAt) })}
      </p>
      <Button variant="default" onClick={() => void takeBack()}>
        {t(erasure.state === 'asked' ? 'decline' : 'takeBack')}
      </Button>
    </div>
  )
}

function Done() {
  const t = useWords('erasure')
  return (
    <Page
      title={t('done')}
      lead={t('doneLead')}
      actions={
        <Button component={Go} to={paths.erasures()} variant="default">
          {t('toOffice')}
        </Button>
      }
    >
      <p className={styles.said}>{t('doneWhat')}</p>
    </Page>
  )
}
