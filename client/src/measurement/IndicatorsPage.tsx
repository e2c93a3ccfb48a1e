import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page } from '#ui/index.ts'
import { ByUnit } from './ByUnit.tsx'
import { Groups } from './Groups.tsx'

/** All communities together in figures. */
export function IndicatorsPage() {
  const t = useWords('measurement')
  const { data } = useSuspenseQuery(query('GET /indicators'))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<Go to={paths.communities()}>{t('back')}</Go>}
      actions={
        <>
          <Button component={Go} to={paths.pulse()} variant="default">
            {t('pulse.title')}
          </Button>
          <Button component={Go} to={paths.valueReports()} variant="default">
            {t('worth.ofOrganization')}
          </Button>
          <Button component={Go} to={paths.maturity()} variant="default">
            {t('maturity')}
          </Button>
        </>
      }
    >
      <Groups groups={data.groups} name="indicators" />
      <ByUnit />
    </Page>
  )
}
