import { NativeSelect } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { type Column, DataTable } from '#ui/index.ts'
import styles from './import.module.css'
import type { Import } from './one-import.ts'

type Reading = NonNullable<Import['files']['people']>
type Meaning = Reading['columns'][number]

const meanings = {
  people: [
    ...(['id', 'email', 'name', 'firstName', 'lastName', 'title', 'occupation', 'unit', 'unitId'] as const),
    ...(['manager', 'managerId', 'managerEmail', 'managerName', 'from', 'to'] as const),
  ],
  units: ['unitId', 'unit', 'parent', 'manager', 'managerId', 'managerEmail', 'managerName'] as const,
}
const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

interface ColumnsTableProps {
  part: 'people' | 'units'
  reading: Reading
  columns: Meaning[]
  onChange: (columns: Meaning[]) => void
}

/** Each column of a file with an example, and what it is taken for. */
export function ColumnsTable({ part, reading, columns, onChange }: ColumnsTableProps) {
  const t = useWords('organization')
  const wordOf = (meaning: NonNullable<Meaning>) =>
    part === 'units' && meaning === 'unit' ? t('import.unitName') : t(`import.field.${meaning}`)
  const choices = [
    { value: '', label: t('import.leftOut') },
    ...meanings[part].map((meaning) => ({ value: meaning, label: wordOf(meaning) })),
  ]
  const rows = reading.headers.map((header, at) => ({ header, at }))
  const head: Column<(typeof rows)[number]>[] = [
    { id: 'header', head: t('import.header'), cell: ({ header }) => header },
    {
      id: 'sample',
      head: t('import.sample'),
      cell: ({ at }) => (
        <span className={styles.how}>
          {reading.samples
            .map((cells) => cells[at])
            .filter(Boolean)
            .join(' · ')}
        </span>
      ),
    },
    {
      id: 'means',
      head: t('import.means'),
      cell: ({ header, at }) => (
        <NativeSelect
          className={styles.means}
          aria-label={`${t('import.means')}: ${header}`}
          data={choices}
          value={columns[at] ?? ''}
          onChange={(event) => onChange(columns.with(at, (event.currentTarget.value || null) as Meaning))}
        />
      ),
    },
  ]
  return (
    <div>
      <p className={styles.how}>
        {t('import.readAs', {
          encoding: reading.encoding.toUpperCase(),
          separator: t(`import.separator.${separators[reading.separator]}`),
        })}
      </p>
      <DataTable
        caption={t(part === 'people' ? 'import.columns' : 'import.columnsUnits')}
        withCaption
        columns={head}
        rows={rows}
        rowKey={({ at }) => String(at)}
      />
    </div>
  )
}
