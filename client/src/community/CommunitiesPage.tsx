import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
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
  const unit = useMyUnit()
  const which = search['mine'] ? 'mine' : search['near'] ? 'near' : 'all'
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
          ...(unit ? [{ value: 'near', label: t('directory.myUnit') }] : []),
        ]}
        value={which}
        onChange={(next) =>
          change({
            mine: next === 'mine' ? 'true' : undefined,
            near: next === 'near' ? 'true' : undefined,
            after: undefined,
          })
        }
      />
      {search['topic'] && (
        <Button
          variant="default"
          rightSection={<IconX size={16} aria-hidden="true" />}
          aria-label={t('directory.withoutTopic', { topic: search['topic'] })}
          onClick={() => change({ topic: undefined, after: undefined })}
        >
          {t('directory.topic', { topic: search['topic'] })}
        </Button>
      )}
    </search>
  )
}

function Directory() {
  const t = useWords('community')
  const { words, stage, mine, near, topic, after } = useShownAddress()
  const myUnit = useMyUnit()
  const { data } = useSuspenseQuery(
    query('GET /communities', {
      query: {
        words,
        after,
        topic,
        mine: mine ? 'true' : undefined,
        unit: near ? myUnit : undefined,
        stage: stages.find((known) => known === stage),
      },
    }),
  )
  if (data.items.length === 0 && !after) {
    const filtered = words || stage || mine || near || topic
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

/** The unit where I work, which stands first of those that concern me. */
const useMyUnit = () => useMe().data?.units.find(({ role }) => role === 'works')?.id
