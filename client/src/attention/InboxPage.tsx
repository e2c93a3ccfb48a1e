import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import {
  AddressTabs,
  CommunityTag,
  EmptyState,
  Go,
  ListSkeleton,
  Page,
  Pager,
  toast,
  useAddress,
  useTab,
} from '#ui/index.ts'
import { addressOfPage } from './addresses.ts'
import styles from './attention.module.css'
import { Choices } from './Choices.tsx'
import { useHappened } from './happened.ts'

type Line = Answer<'GET /inbox'>['items'][number]

/** What reached me, each line with why, and what I chose to hear of. */
export function InboxPage() {
  const t = useWords('attention')
  const tabs = [
    { id: 'unread', word: t('tabs.unread') },
    { id: 'all', word: t('tabs.all') },
    { id: 'choices', word: t('tabs.choices') },
  ]
  const tab = useTab(tabs)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <AddressTabs tabs={tabs} />
      <Suspense fallback={<ListSkeleton />}>
        {tab === 'choices' ? <Choices /> : <Lines unread={tab === 'unread'} />}
      </Suspense>
    </Page>
  )
}

function Lines({ unread }: { unread: boolean }) {
  const t = useWords('attention')
  const client = useQueryClient()
  const [{ after }] = useAddress()
  const { data } = useSuspenseQuery(query('GET /inbox', { query: { after, ...(unread && { unread: 'true' }) } }))
  const again = () => refresh(client, 'GET /inbox', 'GET /inbox/count')
  if (data.items.length === 0 && !after) {
    return <EmptyState title={t(unread ? 'none.unread' : 'none.all')}>{t('none.how')}</EmptyState>
  }
  const newest = data.items[0]?.id
  const readAll = async () => {
    try {
      await api('PUT /inbox/read', { body: { upTo: newest ?? 0 } })
      await again()
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <>
      {data.items.some(({ read }) => !read) && (
        <Button variant="default" mt="md" w="fit-content" onClick={() => void readAll()}>
          {t('readAll')}
        </Button>
      )}
      <ul className={styles.lines}>
        {data.items.map((line) => (
          <InboxLine key={line.id} line={line} onRead={again} />
        ))}
      </ul>
      <Pager next={data.next} />
    </>
  )
}

function InboxLine({ line, onRead }: { line: Line; onRead: () => void }) {
  const t = useWords('attention')
  const when = useWhen()
  const happened = useHappened()
  const params = { line: line.id }
  const mark = (read: boolean) =>
    void api(read ? 'PUT /inbox/{line}/read' : 'DELETE /inbox/{line}/read', { params }).then(onRead, (error: Error) =>
      toast(error.message),
    )
  return (
    <li className={styles.line} data-read={line.read || undefined}>
      <div>
        <Go to={addressOfPage(line.page)} onClick={() => !line.read && mark(true)}>
          {line.page.title ?? t('withheld')}
        </Go>
        <p className={styles.facts}>
          {line.community && <CommunityTag {...line.community} />}
          <span>{happened(line.verb, line.actor?.name)}</span>
          <time dateTime={line.at} title={when.time(line.at)}>
            {when.ago(line.at)}
          </time>
        </p>
        <p className={styles.why}>{t(`why.${line.why}`)}</p>
      </div>
      <Button variant="subtle" size="compact-sm" onClick={() => mark(!line.read)}>
        {t(line.read ? 'markUnread' : 'markRead')}
        <span className="unseen"> {line.page.title}</span>
      </Button>
    </li>
  )
}
