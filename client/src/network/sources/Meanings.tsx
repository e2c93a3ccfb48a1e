import { NativeSelect } from '@mantine/core'
import { type TraceColumn, traceColumns } from '@mortar/traces/table/columns'
import { useWords } from '#app/words.ts'
import { type Column, DataTable } from '#ui/index.ts'
import styles from '../network.module.css'

type Meaning = TraceColumn | null

/** Each meaning stands once, save for copies: who takes it for another column takes it from the one before. */
const taking = (columns: readonly Meaning[], at: number, meaning: Meaning): Meaning[] =>
  columns.map((one, n) => (n === at ? meaning : meaning !== 'cc' && one === meaning ? null : one))

interface MeaningsProps {
  name: string
  headers: readonly string[]
  /** The first rows, for an example of each. */
  rows: readonly (readonly string[])[]
  columns: readonly Meaning[]
  onChange: (columns: Meaning[]) => void
}

/** What each column of a table is. */
export function Meanings({ name, headers, rows: samples, columns, onChange }: MeaningsProps) {
  const t = useWords('network')
  const rows = headers.map((header, at) => ({ header, at }))
  const choices = [
    { value: '', label: t('columns.leftOut') },
    ...traceColumns.map((one) => ({ value: one, label: t(`columns.is.${one}`) })),
  ]
  const head: Column<(typeof rows)[number]>[] = [
    { id: 'header', head: t('columns.header'), cell: ({ header }) => <span data-no-words>{header}</span> },
    {
      id: 'sample',
      head: t('columns.sample'),
      cell: ({ at }) => (
        <span className={styles.alias} data-no-words>
          {samples.map((cells) => cells[at]).find(Boolean)}
        </span>
      ),
    },
    {
      id: 'means',
      head: t('columns.means'),
      cell: ({ header, at }) => (
        <NativeSelect
          aria-label={`${t('columns.means')}: ${header}`}
          data={choices}
          value={columns[at] ?? ''}
          onChange={(event) => onChange(taking(columns, at, (event.currentTarget.value || null) as Meaning))}
        />
      ),
    },
  ]
  return (
    <DataTable caption={t('columns.caption', { name })} columns={head} rows={rows} rowKey={({ at }) => String(at)} />
  )
}
