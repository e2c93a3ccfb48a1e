import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReorganizationLine } from '@mortar/contract/network-reorganization'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, EmptyState, Go, Mark, Page, Section } from '#ui/index.ts'
import { StartForm } from './StartForm.tsx'
import { isUnderWay, useTitle } from './use-title.ts'

const marks = { waiting: 'note', running: 'note', done: 'worked', failed: 'failed', stopped: 'quiet' } as const

/** Reorganizations held against the ties: past ones by two days, planned ones by an import that waits. */
export function ReorganizationsPage() {
  const t = useWords('reorganization')
  const when = useWhen()
  const titleOf = useTitle()
  const { data } = useSuspenseQuery({
    ...query('GET /reorganizations'),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 1000 : false),
  })
  const columns: Column<ReorganizationLine>[] = [
    {
      id: 'what',
      head: t('what'),
      cell: (line) => <Go to={paths.reorganization(line.id)}>{titleOf(line)}</Go>,
    },
    { id: 'state', head: t('state'), cell: ({ state }) => <Mark kind={marks[state]}>{t(`states.${state}`)}</Mark> },
    { id: 'at', head: t('begun'), cell: ({ at }) => when.time(at), sort: ({ at }) => at },
    { id: 'by', head: t('by'), cell: ({ by }) => by?.name ?? '–' },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Go to={paths.constellation()}>{t('back')}</Go>}>
      {data.may.start && (
        <Section title={t('start')}>
          <StartForm imports={data.imports} level={data.level} />
        </Section>
      )}
      <Section title={t('list')} count={data.items.length}>
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')}>{t(data.may.start ? 'noneHow' : 'noneOthers')}</EmptyState>}
        />
      </Section>
    </Page>
  )
}
