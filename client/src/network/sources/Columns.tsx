import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, toast } from '#ui/index.ts'
import styles from '../network.module.css'

type Import = Answer<'GET /sources/{source}/imports'>['items'][number]
type Reading = Answer<'GET /sources/{source}/imports/{import}/reading'>
type Meaning = Reading['columns'][number]
type Order = NonNullable<Reading['dates']>['order']

/** Dates that may begin with the day or with the month. */
const twoWays = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/

const meanings = ['time', 'from', 'to', 'cc', 'channel', 'weight', 'message'] as const

interface ColumnsProps {
  source: string
  found: Import
  name: string
}

/** What each column of a table is, with the rows as they would be read; nothing is read before somebody says so. */
export function Columns({ source, found, name }: ColumnsProps) {
  const t = useWords('network')
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ columns?: Meaning[]; order?: Order }>({})
  const params = { source, import: found.id }
  const { data, error } = useQuery({
    ...query('GET /sources/{source}/imports/{import}/reading', {
      params,
      query: { ...asked, columns: asked.columns?.map((one) => one ?? '').join(',') },
    }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error) return <p className={styles.said}>{error.message}</p>
  if (!data) return null
  // What somebody chose counts at once; what comes of it is told a moment later.
  const columns = asked.columns ?? data.columns
  const read = async () => {
    const corrected = { columns, ...(data.dates && { order: data.dates.order }) }
    try {
      await api('PUT /sources/{source}/imports/{import}/reading', { params, body: corrected })
    } catch (refused) {
      toast((refused as Error).message)
    }
    await refresh(client, 'GET /sources/{source}/imports')
  }
  return (
    <div className={styles.look} role="group" aria-label={t('columns.title', { name })}>
      <p className={styles.said}>{t('columns.what')}</p>
      <Meanings
        name={name}
        reading={{ ...data, columns }}
        onChange={(chosen) => setAsked({ ...asked, columns: chosen })}
      />
      {data.dates && twoWays.test(data.dates.example) && (
        <Dates dates={data.dates} onChange={(order) => setAsked({ ...asked, order })} />
      )}
      {data.may.read ? <Preview rows={data.preview} /> : <p className={styles.said}>{t('columns.missing')}</p>}
      <Button w="fit-content" disabled={!data.may.read} onClick={() => void read()}>
        {t('columns.read')}
        <span className="unseen"> {name}</span>
      </Button>
    </div>
  )
}

/** Each meaning stands once, save for copies: who takes it for another column takes it from the one before. */
const taking = (columns: readonly Meaning[], at: number, meaning: Meaning): Meaning[] =>
  columns.map((one, n) => (n === at ? meaning : meaning !== 'cc' && one === meaning ? null : one))

interface MeaningsProps {
  name: string
  reading: Reading
  onChange: (columns: Meaning[]) => void
}

function Meanings({ name, reading, onChange }: MeaningsProps) {
  const t = useWords('network')
  const rows = reading.headers.map((header, at) => ({ header, at }))
  const choices = [
    { value: '', label: t('columns.leftOut') },
    ...meanings.map((one) => ({ value: one, label: t(`columns.is.${one}`) })),
  ]
  const head: Column<(typeof rows)[number]>[] = [
    { id: 'header', head: t('columns.header'), cell: ({ header }) => <span data-no-words>{header}</span> },
    {
      id: 'sample',
      head: t('columns.sample'),
      cell: ({ at }) => (
        <span className={styles.alias} data-no-words>
          {reading.rows.map((cells) => cells[at]).find(Boolean)}
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
          value={reading.columns[at] ?? ''}
          onChange={(event) => onChange(taking(reading.columns, at, (event.currentTarget.value || null) as Meaning))}
        />
      ),
    },
  ]
  return (
    <DataTable caption={t('columns.caption', { name })} columns={head} rows={rows} rowKey={({ at }) => String(at)} />
  )
}

interface DatesProps {
  dates: NonNullable<Reading['dates']>
  onChange: (order: Order) => void
}

function Dates({ dates: { order, example, read }, onChange }: DatesProps) {
  const t = useWords('network')
  const label = (one: Order) => {
    const part = one === 'day first' ? 'day' : 'month'
    return one === order ? t(`columns.orderIs.${part}`, { read }) : t(`columns.orderOther.${part}`)
  }
  return (
    <NativeSelect
      w="fit-content"
      label={t('columns.order', { example })}
      data={(['day first', 'month first'] as const).map((one) => ({ value: one, label: label(one) }))}
      value={order}
      onChange={(event) => onChange(event.currentTarget.value as Order)}
    />
  )
}

function Preview({ rows }: { rows: Reading['preview'] }) {
  const t = useWords('network')
  const numbered = rows.map((row, at) => ({ ...row, at }))
  const columns: Column<(typeof numbered)[number]>[] = [
    { id: 'day', head: t('columns.day'), cell: ({ day }) => day ?? t('columns.noDay') },
    { id: 'from', head: t('columns.from'), cell: ({ from }) => <span className={styles.alias}>{from}</span> },
    { id: 'to', head: t('columns.to'), cell: ({ to }) => <span className={styles.alias}>{to}</span> },
    ...(rows.some(({ channel }) => channel !== '')
      ? [{ id: 'channel', head: t('columns.channel'), cell: ({ channel }: { channel: string }) => channel }]
      : []),
  ]
  return (
    <div>
      <p className={styles.soft} aria-hidden="true">
        {t('columns.preview')}
      </p>
      <DataTable caption={t('columns.preview')} columns={columns} rows={numbered} rowKey={({ at }) => String(at)} />
    </div>
  )
}
