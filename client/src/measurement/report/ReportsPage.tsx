import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page } from '#ui/index.ts'
import { Reports } from './Reports.tsx'

/** Reports of the whole organization. */
export function ReportsPage() {
  const t = useWords('measurement')
  return (
    <Page
      title={t('worth.ofOrganization')}
      lead={t('worth.ofOrganizationLead')}
      above={<Go to={paths.indicators()}>{t('title')}</Go>}
    >
      <Reports />
    </Page>
  )
}
