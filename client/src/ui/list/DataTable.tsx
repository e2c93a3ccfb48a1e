import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './list.module.css'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** What to sort by; without it the column cannot be sorted. */
  sort?: (row: Row) => string | number
  numeric?: boolean
}

/** A name that no column is wide enough for: its cell may break it, while other words stay whole. */
const longWord = /\p{L}{30}/u

interface DataTableProps<Row> {
  /** Says what the table holds; read aloud, and shown when `withCaption`. */
  caption: string
  withCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Column and direction at the start: `spread` or `-spread`. */
  sorted?: string
  empty?: ReactNode
}

/** A real table with a head that stays. On a phone each row becomes a card; the roles keep it a table when read aloud. */
export function DataTable<Row>({
  caption,
  withCaption,
  columns,
  rows,
  rowKey,
  sorted = '',
  empty,
}: DataTableProps<Row>) {
  const { t } = useTranslation('ui')
  const [by, setBy] = useState(sorted)
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    for (const cell of table.current?.querySelectorAll('td') ?? [])
      cell.toggleAttribute('data-long', longWord.test(cell.textContent))
  })
  if (rows.length === 0) return empty ?? <p>{t('table.empty')}</p>
  return (
    <table ref={table} className={styles.table} role="table">
      <caption className={withCaption ? styles.caption : 'unseen'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head key={column.id} column={column} by={by} onSort={setBy} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {inOrder(rows, columns, by).map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td key={column.id} role="cell" data-head={column.head} data-numeric={column.numeric}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head<Row>({ column, by, onSort }: { column: Column<Row>; by: string; onSort: (by: string) => void }) {
  const direction = by === column.id ? 'ascending' : by === `-${column.id}` ? 'descending' : 'none'
  if (!column.sort) {
    return (
      <th scope="col" role="columnheader" data-numeric={column.numeric}>
        {column.head}
      </th>
    )
  }
  const Sign = { none: IconSelector, ascending: IconArrowUp, descending: IconArrowDown }[direction]
  return (
    <th scope="col" role="columnheader" data-numeric={column.numeric} aria-sort={direction}>
      <button type="button" onClick={() => onSort(direction === 'ascending' ? `-${column.id}` : column.id)}>
        {column.head}
        <Sign size={14} aria-hidden="true" />
      </button>
    </th>
  )
}

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], by: string): readonly Row[] {
  const sort = columns.find(({ id }) => id === by.replace(/^-/, ''))?.sort
  if (!sort) return rows
  const sign = by.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(sort(a), sort(b)))
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true })
