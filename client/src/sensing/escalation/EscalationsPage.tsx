import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, EmptyState, Go, Page, Pager, useAddress, useTab } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { Lines } from './Lines.tsx'

/** What communities put to managers: mine, or those of one community. */
export function EscalationsPage() {
  const t = useWords('sensing')
  const [{ after, community }] = useAddress()
  const tabs = [
    { id: 'open', word: t('escalations.open') },
    { id: 'closed', word: t('escalations.closed') },
  ]
  const which = useTab(tabs) === 'closed' ? 'closed' : 'open'
  const { data } = useSuspenseQuery(query('GET /escalations', { query: { after, community, which } }))
  return (
    <Page
      title={t('escalations.title')}
      lead={t(community ? 'escalations.leadOne' : 'escalations.lead')}
      actions={
        <Button component={Go} to={paths.escalate(community ? { community } : {})} variant="default">
          {t('escalations.write')}
        </Button>
      }
    >
      <Places />
      <AddressTabs tabs={tabs} label={t('escalations.which')} />
      {data.items.length === 0 ? (
        <EmptyState title={t(`escalations.none_${which}`)}>{t('escalations.noneHow')}</EmptyState>
      ) : (
        <Lines items={data.items} />
      )}
      <Pager next={data.next} />
    </Page>
  )
}
