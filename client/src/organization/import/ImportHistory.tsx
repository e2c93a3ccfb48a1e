import { type Answer } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Go, Mark, type MarkKind } from '#ui/index.ts'

type Item = Answer<'GET /organization/imports'>['items'][number]

const kinds: Record<Item['state'], MarkKind> = {
  uploaded: 'note',
  planning: 'note',
  planned: 'note',
  applying: 'partly',
  applied: 'worked',
  undoing: 'partly',
  undone: 'quiet',
  failed: 'failed',
}

export function ImportHistory({ items }: { items: Item[] }) {
  const t = useWords('organization')
  const when = useWhen()
  const columns: Column<Item>[] = [
    { id: 'when', head: t('import.when'), cell: ({ at }) => when.time(at) },
    {
      id: 'source',
      head: t('import.source'),
      cell: ({ id, source }) => <Go to={paths.organizationImport(id)}>{source}</Go>,
    },
    { id: 'by', head: t('import.by'), cell: ({ by }) => by?.name ?? t('import.byCommand') },
    {
      id: 'state',
      head: t('import.stateHead'),
      cell: ({ state }) => <Mark kind={kinds[state]}>{t(`import.state.${state}`)}</Mark>,
    },
    {
      id: 'result',
      head: t('import.result'),
      cell: ({ summary }) =>
        summary &&
        t('import.resultLine', {
          added: when.number(summary.people.added),
          changed: when.number(summary.people.changed),
          ended: when.number(summary.people.ended),
        }),
    },
  ]
  return (
    <DataTable
      caption={t('import.history')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      empty={<p>{t('import.noHistory')}</p>}
    />
  )
}
