import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, toast } from '#ui/index.ts'
import styles from '../network.module.css'
import { Meanings } from './Meanings.tsx'

type Import = Answer<'GET /sources/{source}/imports'>['items'][number]
type Reading = Answer<'GET /sources/{source}/imports/{import}/reading'>
type Meaning = Reading['columns'][number]
type Order = NonNullable<Reading['dates']>['order']

/** Dates that may begin with the day or with the month. */
const twoWays = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/

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
  const isTable = data.form === 'table'
  // Of a table that this page sent it was said before what each column is.
  const isSaid = data.headers.every((header, at) => header === (data.columns[at] ?? ''))
  const read = async () => {
    const corrected = isTable ? { columns, ...(data.dates && { order: data.dates.order }) } : {}
    try {
      await api('PUT /sources/{source}/imports/{import}/reading', { params, body: corrected })
    } catch (refused) {
      toast((refused as Error).message)
    }
    await refresh(client, 'GET /sources/{source}/imports')
  }
  return (
    <div className={styles.look} role="group" aria-label={t('columns.title', { name })}>
      <p className={styles.said}>{isTable && !isSaid ? t('columns.what') : t('columns.whatHeads', { name })}</p>
      {isTable && !isSaid && (
        <Meanings
          name={name}
          headers={data.headers}
          rows={data.rows}
          columns={columns}
          onChange={(chosen) => setAsked({ ...asked, columns: chosen })}
        />
      )}
      {data.dates && twoWays.test(data.dates.example) && (
        <Dates dates={data.dates} onChange={(order) => setAsked({ ...asked, order })} />
      )}
      {data.may.read ? <Preview reading={data} /> : <p className={styles.said}>{t('columns.missing')}</p>}
      <Button w="fit-content" disabled={!data.may.read} onClick={() => void read()}>
        {t('columns.read')}
        <span className="unseen"> {name}</span>
      </Button>
    </div>
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

/** How those are called whom it was done with. */
const others = { calendar: 'columns.with', git: 'columns.on' } as const

function Preview({ reading: { form, preview } }: { reading: Reading }) {
  const t = useWords('network')
  if (preview.length === 0) return <p className={styles.said}>{t('columns.noRows')}</p>
  const numbered = preview.map((row, at) => ({ ...row, at }))
  const to = form === 'calendar' || form === 'git' ? others[form] : 'columns.to'
  const columns: Column<(typeof numbered)[number]>[] = [
    {
      id: 'day',
      head: t('columns.day'),
      cell: ({ day }) => <span className={styles.day}>{day ?? t('columns.noDay')}</span>,
    },
    { id: 'from', head: t('columns.from'), cell: ({ from }) => <span className={styles.alias}>{from}</span> },
    { id: 'to', head: t(to), cell: ({ to: whom }) => <span className={styles.alias}>{whom}</span> },
    ...(preview.some(({ channel }) => channel !== '')
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
