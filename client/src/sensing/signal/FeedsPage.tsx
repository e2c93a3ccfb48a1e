import { Button, TextInput } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, EmptyState, fieldError, Form, Go, Mark, Page, Section, toast, useAddress } from '#ui/index.ts'
import { CommunityField } from '../CommunityField.tsx'
import styles from '../sensing.module.css'
import { readAgain, useAct } from '../use-act.ts'

type Feed = Answer<'GET /feeds'>['items'][number]

/** What a community, or the organization, listens to. */
export function FeedsPage() {
  const t = useWords('sensing')
  const [{ community }, setAddress] = useAddress()
  const { data: own } = useSuspenseQuery(query('GET /signals', { query: { limit: 1 } }))
  const { data } = useSuspenseQuery({ ...query('GET /feeds', { query: { community } }), refetchInterval: 10_000 })
  const choices = own.may.addFor.length > 0
  return (
    <Page
      title={t('feeds.title')}
      lead={t('feeds.lead')}
      above={<Go to={paths.signals(community ? { community } : {})}>{t('signals.title')}</Go>}
    >
      {choices && (
        <CommunityField
          label={t('feeds.whose')}
          value={community ?? 'all'}
          onChange={(chosen) => setAddress({ community: chosen === 'all' ? undefined : chosen })}
          everybody={t('feeds.organization')}
        />
      )}
      <Section title={t('feeds.listened')} count={data.items.length || undefined}>
        {data.items.length === 0 ? (
          <EmptyState title={t('feeds.none')}>{t('feeds.noneHow')}</EmptyState>
        ) : (
          <ul className={styles.lines}>
            {data.items.map((feed) => (
              <Line key={feed.id} feed={feed} />
            ))}
          </ul>
        )}
      </Section>
      {data.may.add && <Add key={community ?? ''} community={community ?? null} />}
      <Bookmarklet />
    </Page>
  )
}

function Line({ feed }: { feed: Feed }) {
  const t = useWords('sensing')
  const when = useWhen()
  const client = useQueryClient()
  const params = { feed: feed.id }
  const again = () => readAgain(client)
  const end = () => api('PUT /feeds/{feed}/end', { params }).then(again)
  const takeUp = () => api('DELETE /feeds/{feed}/end', { params }).then(again)
  const soon = () =>
    api('POST /feeds/{feed}/reading', { params }).then(
      () => toast(t('feeds.soon')),
      (error: Error) => toast(error.message),
    )
  return (
    <li className={styles.line}>
      <p className={styles.name}>{feed.title}</p>
      <p className={`${styles.soft} ${styles.link}`}>{feed.url}</p>
      <p className={styles.facts}>
        <FeedMark feed={feed} />
        {feed.readAt && <span>{t('feeds.readAt', { when: when.ago(feed.readAt) })}</span>}
      </p>
      {(feed.ended ?? feed.trouble) && <p className={styles.said}>{feed.ended?.why ?? feed.trouble}</p>}
      {(feed.may.end || feed.may.takeUpAgain) && (
        <div className={styles.acts}>
          {feed.may.readNow && (
            <Button size="compact-sm" variant="default" onClick={() => void soon()}>
              {t('feeds.readNow')}
              <span className="unseen"> {feed.title}</span>
            </Button>
          )}
          {feed.may.end && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => void actWithUndo(t('feeds.endDone'), end, takeUp)}
            >
              {t('feeds.end')}
              <span className="unseen"> {feed.title}</span>
            </Button>
          )}
          {feed.may.takeUpAgain && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void actWithUndo(t('feeds.takenUp'), takeUp, end)}
            >
              {t('feeds.takeUp')}
              <span className="unseen"> {feed.title}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function FeedMark({ feed }: { feed: Feed }) {
  const t = useWords('sensing')
  const when = useWhen()
  if (feed.ended) return <Mark kind="quiet">{t('feeds.ended', { day: when.day(feed.ended.at) })}</Mark>
  if (feed.trouble) return <Mark kind="failed">{t('feeds.trouble')}</Mark>
  if (!feed.readAt) return <Mark kind="note">{t('feeds.waiting')}</Mark>
  return <Mark kind="worked">{t('feeds.well')}</Mark>
}

function Add({ community }: { community: string | null }) {
  const t = useWords('sensing')
  const [url, setUrl] = useState('')
  const { act, pending, error } = useAct(
    () => api('POST /feeds', { body: { community, url: url.trim() } }),
    () => {
      setUrl('')
      toast(t('feeds.added'))
    },
  )
  return (
    <Section title={t('feeds.add')}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <Button type="submit" loading={pending}>
            {t('feeds.addDo')}
          </Button>
        }
      >
        <TextInput
          type="url"
          label={t('feeds.url')}
          description={t('feeds.urlHow')}
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={fieldError(error, 'url')}
          maxLength={2000}
          required
        />
      </Form>
    </Section>
  )
}

/** A bookmark that tells of the page one is on. React refuses such an address, so it is set by hand. */
function Bookmarklet() {
  const t = useWords('sensing')
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const here = JSON.stringify(`${location.origin}/signals/new`)
    const open = `${here}+'?title='+encodeURIComponent(document.title)+'&url='+encodeURIComponent(location.href)`
    link.current?.setAttribute('href', `javascript:void(window.open(${open}))`)
  }, [])
  return (
    <Section title={t('bookmarklet.title')}>
      <p className={styles.said}>{t('bookmarklet.how')}</p>
      <p>
        <a
          ref={link}
          href={paths.newSignal()}
          onClick={(event) => {
            event.preventDefault()
            toast(t('bookmarklet.drag'))
          }}
        >
          {t('bookmarklet.name')}
        </a>
      </p>
    </Section>
  )
}
