import { Button, Select } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, EmptyState, Go, ListSkeleton, Page, Pager, Picker, useAddress, useTab } from '#ui/index.ts'
import styles from '../inquiry.module.css'
import { placeChoices } from '../ask/places.ts'
import { InquiryLines } from './InquiryLines.tsx'

const views = ['latest', 'unanswered', 'mine', 'bookmarked'] as const

/** Every inquiry that I may read. */
export function InquiriesPage() {
  const t = useWords('inquiry')
  const [{ community }] = useAddress()
  const tabs = views.map((id) => ({ id, word: t(`list.${id}`) }))
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <Button component={Go} to={paths.ask(community ? { community } : {})}>
          {t('ask.action')}
        </Button>
      }
    >
      <AddressTabs tabs={tabs} label={t('list.views')} />
      <Filters />
      <Suspense fallback={<ListSkeleton />}>
        <Lines view={useTab(tabs) as (typeof views)[number]} />
      </Suspense>
    </Page>
  )
}

function Filters() {
  const t = useWords('inquiry')
  const [{ community, state, topic, view }, change] = useAddress()
  const { data } = useQuery({
    ...query('GET /inquiries/places', { query: { ids: community } }),
    enabled: Boolean(community),
  })
  const chosen = data?.items.filter(({ id }) => id === community) ?? []
  // A topic of an address stays in sight, and can be taken away, before its name is here.
  const named = chosen[0]?.topics ?? []
  const topics = topic && !named.some(({ id }) => id === topic) ? [...named, { id: topic, name: '…' }] : named
  return (
    <search className={styles.filters}>
      <Picker
        label={t('list.community')}
        placeholder={t('list.anyCommunity')}
        value={chosen}
        max={1}
        suggest
        search={placeChoices}
        onChange={([place]) => change({ community: place?.id, topic: undefined, after: undefined })}
      />
      {(topics.length > 0 || topic) && (
        <Select
          label={t('list.topic')}
          placeholder={t('list.anyTopic')}
          clearable
          searchable
          data={topics.map(({ id, name }) => ({ value: id, label: name }))}
          value={topic ?? null}
          onChange={(value) => change({ topic: value ?? undefined, after: undefined })}
        />
      )}
      {view !== 'unanswered' && (
        <Select
          label={t('list.state')}
          placeholder={t('list.anyState')}
          clearable
          data={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state ?? null}
          onChange={(value) => change({ state: value ?? undefined, after: undefined })}
        />
      )}
    </search>
  )
}

function Lines({ view }: { view: (typeof views)[number] }) {
  const t = useWords('inquiry')
  const [{ community, state, topic, after }] = useAddress()
  const { data } = useSuspenseQuery(
    query('GET /inquiries', {
      query: {
        community,
        topic,
        after,
        state: view !== 'unanswered' && (state === 'open' || state === 'resolved') ? state : undefined,
        ...(view !== 'latest' && { [view]: 'true' }),
      },
    }),
  )
  if (data.items.length === 0 && !after) {
    const filtered = Boolean(community || state || topic)
    return (
      <EmptyState
        title={t(filtered ? 'list.noneFound' : `list.none.${view}`)}
        action={
          view !== 'bookmarked' && (
            <Button component={Go} to={paths.ask()} variant="default">
              {t('ask.action')}
            </Button>
          )
        }
      >
        {t(filtered ? 'list.noneFoundHow' : `list.noneHow.${view}`)}
      </EmptyState>
    )
  }
  return (
    <>
      {view === 'unanswered' && <p className={styles.soft}>{t('list.oldestFirst')}</p>}
      <InquiryLines items={data.items} />
      <Pager next={data.next} />
    </>
  )
}
