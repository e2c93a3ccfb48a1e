import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import {
  AddressTabs,
  EmptyState,
  Go,
  ListSkeleton,
  Page,
  Pager,
  useAddress,
  useShownAddress,
  useTab,
} from '#ui/index.ts'
import { ItemActs } from '../ItemActs.tsx'
import { ItemFacts } from '../ItemFacts.tsx'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import type { ItemLine } from '../types.ts'
import { isKind, kinds } from './kinds.ts'

/** Everything there is to learn from: by words, kind and topic. */
export function CataloguePage() {
  const t = useWords('learning')
  const [{ words, kind }, setAddress] = useAddress()
  const tabs = useTabs()
  return (
    <Page
      title={t('items.title')}
      lead={t('items.lead')}
      actions={
        <Button component={Go} to={paths.newLearningItem()}>
          {t('items.add')}
        </Button>
      }
    >
      <Places />
      <div className={styles.filters}>
        <TextInput
          label={t('items.words')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={words ?? ''}
          onChange={(event) =>
            setAddress({ words: event.currentTarget.value || undefined, after: undefined }, { replace: true })
          }
          maxLength={100}
        />
        <Select
          label={t('items.kind')}
          data={[
            { value: '', label: t('items.anyKind') },
            ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          value={kind ?? ''}
          onChange={(value) => setAddress({ kind: value || undefined, after: undefined })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Topic />
      </div>
      <AddressTabs tabs={tabs} label={t('items.which')} />
      <Suspense fallback={<ListSkeleton />}>
        <List />
      </Suspense>
    </Page>
  )
}

function useTabs() {
  const t = useWords('learning')
  return [
    { id: 'offered', word: t('items.offered') },
    { id: 'past', word: t('items.past') },
  ]
}

/** A topic of those that I can choose. */
function Topic() {
  const t = useWords('learning')
  const [{ topic }, setAddress] = useAddress()
  const { data } = useSuspenseQuery(query('GET /learning/topics'))
  return (
    <Select
      label={t('items.topic')}
      data={[{ value: '', label: t('items.anyTopic') }, ...byCommunity(data.items)]}
      value={topic ?? ''}
      onChange={(value) => setAddress({ topic: value || undefined, after: undefined })}
      allowDeselect={false}
      searchable
      comboboxProps={{ withinPortal: false }}
    />
  )
}

const byCommunity = (topics: ItemLine['topics']) =>
  [...Map.groupBy(topics, ({ community }) => community?.name ?? '')].map(([group, items]) => ({
    group,
    items: items.map(({ id, name }) => ({ value: id, label: name })),
  }))

function List() {
  const t = useWords('learning')
  const { words, kind, topic, after } = useShownAddress()
  const past = useTab(useTabs()) === 'past' ? ('yes' as const) : undefined
  const { data } = useSuspenseQuery(
    query('GET /learning/items', { query: { words, topic, after, past, ...(isKind(kind) && { kind }) } }),
  )
  if (data.items.length === 0)
    return (
      <EmptyState title={t(words || kind || topic ? 'items.noneFound' : 'items.none')}>
        {t(words || kind || topic ? 'items.noneFoundHow' : 'items.noneHow')}
      </EmptyState>
    )
  return (
    <>
      <ul className={styles.lines}>
        {data.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      <Pager next={data.next} />
    </>
  )
}

const Line = ({ item }: { item: ItemLine }) => (
  <li className={styles.line}>
    <h2 className={styles.name}>
      <Go to={paths.learningItem(item.id)}>{item.title}</Go>
    </h2>
    <ItemFacts item={item} />
    {item.offered && <ItemActs item={item} />}
  </li>
)
