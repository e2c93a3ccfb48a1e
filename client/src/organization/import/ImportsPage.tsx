import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Page, Section } from '#ui/index.ts'
import { ImportHistory } from './ImportHistory.tsx'
import { Upload } from './Upload.tsx'

/** Where lists of people come in, and the imports there were. */
export function ImportsPage() {
  const t = useWords('organization')
  const { data: me } = useMe()
  if (me && !me.may.administer) {
    return (
      <Page title={t('import.title')}>
        <EmptyState
          title={t('import.officeOnly')}
          action={
            <Button component={Go} to={paths.organization()} variant="default">
              {t('import.toChart')}
            </Button>
          }
        >
          {t('import.officeOnlyHow')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('import.title')} lead={t('import.lead')}>
      <Upload />
      {me && <Before />}
    </Page>
  )
}

function Before() {
  const t = useWords('organization')
  const { data } = useSuspenseQuery(query('GET /organization/imports'))
  return (
    <Section title={t('import.history')}>
      <ImportHistory items={data.items} />
    </Section>
  )
}
