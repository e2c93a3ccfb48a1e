import type { FoundEvidence } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable } from '#ui/index.ts'
import styles from './found.module.css'

type Part = FoundEvidence['trend'][number]

const wide = 480
const high = 90

/** How strong the ties among its people were in each part of the window, drawn and as a table. */
export function Trend({ trend }: { trend: readonly Part[] }) {
  const t = useWords('found')
  const when = useWhen()
  const step = wide / trend.length
  const columns: Column<Part>[] = [
    { id: 'from', head: t('trend.from'), cell: ({ from }) => when.day(from) },
    { id: 'to', head: t('trend.to'), cell: ({ to }) => when.day(to) },
    {
      id: 'share',
      head: t('trend.share'),
      cell: ({ share }) => (share === null ? t('tooFew') : when.percent(share)),
      numeric: true,
    },
  ]
  return (
    <>
      <svg className={styles.trend} viewBox={`0 0 ${wide} ${high + 30}`} role="img" aria-label={t('trend.caption')}>
        <line x1="0" x2={wide} y1={high} y2={high} />
        {trend.map(({ from, share }, at) => (
          <g key={from}>
            <rect
              x={at * step + step * 0.2}
              width={step * 0.6}
              y={high - high * 0.9 * (share ?? 0)}
              height={high * 0.9 * (share ?? 0)}
            />
            <text x={at * step + step / 2} y={high + 20} textAnchor="middle">
              {share === null ? '–' : when.percent(share)}
            </text>
          </g>
        ))}
      </svg>
      <DataTable caption={t('trend.caption')} columns={columns} rows={trend} rowKey={({ from }) => from} />
      <p className={styles.soft}>{t('trend.how')}</p>
    </>
  )
}
