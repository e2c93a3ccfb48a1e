import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { AddressTabs, EmptyState, Go, Section, useTab } from '#ui/index.ts'
import styles from '../measurement.module.css'
import { Reports } from '../report/Reports.tsx'
import { Resources } from '../report/Resources.tsx'
import { Lines } from './Lines.tsx'
import { Matrix } from './Matrix.tsx'

/** What a community is worth to people, what was given to it, and what it reports. */
export function CommunityValuePage({ params }: { params: { community: string } }) {
  const t = useWords('measurement')
  const community = useCommunity(params.community)
  const tabs = (['stories', 'matrix', 'resources', 'reports'] as const).map((id) => ({
    id,
    word: t(`worth.tabs.${id}`),
  }))
  const here = useTab(tabs)
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>{t('worth.lead')}</p>
      <AddressTabs tabs={tabs} label={t('worth.tabsLabel')} />
      {here === 'resources' ? (
        <Resources community={params.community} />
      ) : here === 'reports' ? (
        <Reports community={params.community} />
      ) : (
        <Stories community={params.community} id={community.id} matrix={here === 'matrix'} />
      )}
    </CommunityFrame>
  )
}

function Stories({ community, id, matrix }: { community: string; id: string; matrix: boolean }) {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /communities/{community}/stories', { params: { community } }))
  const tell = data.may.tell && (
    <Button component={Go} to={paths.tellStory({ community: id })} variant="default">
      {t('worth.tell')}
    </Button>
  )
  if (data.stories.length === 0)
    return (
      <EmptyState title={t('worth.none')} action={tell}>
        {t('worth.noneHow')}
      </EmptyState>
    )
  return (
    <Section
      title={t(matrix ? 'worth.matrixTitle' : 'worth.storiesTitle')}
      count={matrix ? undefined : data.stories.length}
      action={tell}
    >
      {matrix ? <Matrix rows={data.matrix} /> : <Lines stories={data.stories} reported={data.reported} />}
    </Section>
  )
}
