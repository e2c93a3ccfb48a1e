import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, ListSkeleton, Page, Pager, useAddress, useShownAddress } from '#ui/index.ts'
import { CommunityLines } from './CommunityLines.tsx'
import styles from './community.module.css'
import { Invitations } from './Invitations.tsx'
import { stages } from './stages.ts'

/** The directory: every community that I may know of. */
export function CommunitiesPage() {
  const t = useWords('community')
  return (
    <Page
      title={t('directory.title')}
      lead={t('directory.lead')}
      actions={
        <>
          <Button component={Go} to={paths.indicators()} variant="default">
            {t('figures')}
          </Button>
          <Button component={Go} to={paths.newCommunity()}>
            {t('open.action')}
          </Button>
        </>
      }
    >
      <Invitations />
      <Filters />
      <Suspense fallback={<ListSkeleton />}>
        <Directory />
      </Suspense>
    </Page>
  )
}

function Filters() {
  const t = useWords('community')
  const [search, change] = useAddress()
  return (
    <search className={styles.filters}>
      <TextInput
        type="search"
        label={t('directory.words')}
        placeholder={t('directory.wordsPlaceholder')}
        defaultValue={search['words']}
        onChange={(event) =>
          change({ words: event.currentTarget.value || undefined, after: undefined }, { replace: true })
        }
      />
      <Select
        label={t('directory.stage')}
        placeholder={t('directory.anyStage')}
        clearable
        data={stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
        value={search['stage'] ?? null}
        onChange={(stage) => change({ stage: stage ?? undefined, after: undefined })}
      />
      <SegmentedControl
        aria-label={t('directory.which')}
        data={[
          { value: 'all', label: t('directory.all') },
          { value: 'mine', label: t('directory.mine') },
        ]}
        value={search['mine'] ? 'mine' : 'all'}
        onChange={(which) => change({ mine: which === 'mine' ? 'true' : undefined, after: undefined })}
      />
    </search>
  )
}

function Directory() {
  const t = useWords('community')
  const { words, stage, mine, after } = useShownAddress()
  const { data } = useSuspenseQuery(
    query('GET /communities', {
      query: { words, after, mine: mine ? 'true' : undefined, stage: stages.find((known) => known === stage) },
    }),
  )
  if (data.items.length === 0 && !after) {
    const filtered = words || stage || mine
    return (
      <EmptyState title={t(filtered ? 'directory.noneFound' : 'directory.none')}>
        {t(filtered ? 'directory.noneFoundHow' : 'directory.noneHow')}
      </EmptyState>
    )
  }
  return (
    <>
      <CommunityLines items={data.items} />
      <Pager next={data.next} />
    </>
  )
}
