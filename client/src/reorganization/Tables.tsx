import type { ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Go, Mark, type MarkKind } from '#ui/index.ts'
import { useNameOf } from '#found/use-found.ts'
import { type Row, rowsOf } from './rows.ts'

const marks: Record<Row['fate'], MarkKind> = {
  same: 'worked',
  few: 'quiet',
  unit: 'partly',
  cut: 'failed',
  gathered: 'note',
  shifted: 'note',
}

/** What becomes of each community, in words and numbers. */
export function Fates({ outcome }: { outcome: ReorganizationOutcome }) {
  const t = useWords('reorganization')
  const when = useWhen()
  const nameOf = useNameOf()
  const columns: Column<Row>[] = [
    { id: 'name', head: t('community'), cell: ({ name, to }) => <Go to={to}>{name}</Go>, sort: ({ name }) => name },
    { id: 'kind', head: t('kindOf'), cell: ({ known }) => t(known ? 'known' : 'found') },
    { id: 'fate', head: t('fate'), cell: ({ fate }) => <Mark kind={marks[fate]}>{t(`fates.${fate}`)}</Mark> },
    { id: 'people', head: t('people'), cell: ({ people }) => when.number(people), numeric: true },
    {
      id: 'moved',
      head: t('movedOf'),
      cell: ({ moved }) => (moved === null ? t('few') : when.number(moved)),
      numeric: true,
    },
    { id: 'before', head: t('unitsBefore'), cell: ({ unitsBefore }) => when.number(unitsBefore), numeric: true },
    {
      id: 'after',
      head: t('unitsAfter'),
      cell: ({ unitsAfter }) => (unitsAfter === null ? '–' : when.number(unitsAfter)),
      numeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('fatesCaption')}
      columns={columns}
      rows={rowsOf(outcome, nameOf)}
      rowKey={({ id }) => id}
      empty={<p>{t('noCommunities')}</p>}
    />
  )
}

/** Where ties that were inside one unit go across two. */
export function Boundaries({ outcome: { boundaries } }: { outcome: ReorganizationOutcome }) {
  const t = useWords('reorganization')
  const when = useWhen()
  const columns: Column<ReorganizationOutcome['boundaries'][number]>[] = [
    { id: 'one', head: t('one'), cell: ({ one }) => one },
    { id: 'other', head: t('other'), cell: ({ other }) => other },
    { id: 'ties', head: t('tiesCut'), cell: ({ ties }) => when.number(ties), sort: ({ ties }) => ties, numeric: true },
    { id: 'people', head: t('behindThem'), cell: ({ people }) => t('about', { people }), numeric: true },
  ]
  return (
    <>
      <DataTable
        caption={t('boundaries')}
        columns={columns}
        rows={boundaries}
        rowKey={({ one, other }) => `${one} ${other}`}
        empty={<p>{t('noBoundaries')}</p>}
      />
      {boundaries.length > 0 && <p>{t('boundariesHow')}</p>}
    </>
  )
}
