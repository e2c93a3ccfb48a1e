import type { ReportLine } from '@mortar/contract/measurement-report'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, Section } from '#ui/index.ts'
import styles from '../value/value.module.css'
import { BeginDialog } from './BeginDialog.tsx'

/** The reports of a community, or without one those of the organization. */
export function Reports({ community }: { community?: string }) {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /value-reports', { query: { community } }))
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('worth.tabs.reports')}
      count={data.items.length || undefined}
      action={
        data.may.write && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('worth.begin')}
          </Button>
        )
      }
    >
      {data.items.length === 0 ? (
        <EmptyState title={t('worth.noReports')}>{t('worth.noReportsHow')}</EmptyState>
      ) : (
        <ReportLines reports={data.items} />
      )}
      {open && <BeginDialog community={community} onClose={() => setOpen(false)} />}
    </Section>
  )
}

export function ReportLines({
  reports,
  withCommunity = false,
}: {
  reports: readonly ReportLine[]
  withCommunity?: boolean
}) {
  const t = useWords('measurement')
  const when = useWhen()
  return (
    <ul className={styles.lines}>
      {reports.map((report) => (
        <li key={report.id}>
          <p className={styles.name}>
            <Go to={paths.valueReport(report.id)}>{report.title}</Go>
          </p>
          <p className={styles.facts}>
            {withCommunity && report.community && <CommunityTag {...report.community} />}
            <span>{t(`worth.reportKind.${report.kind}`)}</span>
            <span>{t('worth.fromTo', { from: when.day(report.from), to: when.day(report.to) })}</span>
            <span>{t('worth.version', { count: report.version })}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
