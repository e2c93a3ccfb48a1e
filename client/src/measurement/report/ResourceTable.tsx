import type { ResourceView } from '@mortar/contract/measurement-report'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, type Column, CommunityTag, DataTable } from '#ui/index.ts'
import { readAgain } from '../value/read-again.ts'

interface ResourceTableProps {
  resources: readonly ResourceView[]
  withCommunity?: boolean
}

/** Lines of time and money. */
export function ResourceTable({ resources, withCommunity = false }: ResourceTableProps) {
  const t = useWords('measurement')
  const when = useWhen()
  const client = useQueryClient()
  const takeBack = (resource: string) => {
    const params = { resource }
    return actWithUndo(
      t('worth.resourceBack'),
      () => api('PUT /resources/{resource}/withdrawal', { params }).then(() => readAgain(client)),
      () => api('DELETE /resources/{resource}/withdrawal', { params }).then(() => readAgain(client)),
    )
  }
  const columns: Column<ResourceView>[] = [
    ...(withCommunity
      ? [
          {
            id: 'community',
            head: t('worth.community'),
            cell: ({ community }: ResourceView) => (
              <CommunityTag {...community} to={paths.communityValue(community.slug)} />
            ),
          },
        ]
      : []),
    { id: 'purpose', head: t('worth.purpose'), cell: ({ purpose }) => <span data-no-words>{purpose}</span> },
    {
      id: 'amount',
      head: t('worth.amount'),
      cell: ({ kind, amount }) => t(`worth.amountOf.${kind}`, { amount: when.number(amount) }),
      numeric: true,
    },
    {
      id: 'period',
      head: t('worth.period'),
      cell: ({ from, to }) =>
        from === to ? when.day(from) : t('worth.fromTo', { from: when.day(from), to: when.day(to) }),
    },
    { id: 'by', head: t('worth.writtenBy'), cell: ({ by }) => by?.name ?? t('worth.somebody') },
    {
      id: 'act',
      head: t('worth.act'),
      cell: ({ id, may, purpose }) =>
        may.withdraw ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('worth.takeResourceBackOf', { purpose })}
            onClick={() => void takeBack(id)}
          >
            {t('worth.takeResourceBack')}
          </Button>
        ) : null,
    },
  ]
  return <DataTable caption={t('worth.givenTitle')} columns={columns} rows={resources} rowKey={({ id }) => id} />
}
