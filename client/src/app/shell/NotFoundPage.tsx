import { Button } from '@mantine/core'
import { Go, Page } from '#ui/index.ts'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'

export function NotFoundPage() {
  const t = useWords('app')
  return (
    <Page title={t('notFound.title')} lead={t('notFound.what')}>
      <Button component={Go} to={paths.search()} w="fit-content" variant="default">
        {t('notFound.search')}
      </Button>
    </Page>
  )
}
