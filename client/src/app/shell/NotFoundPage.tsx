import { Button } from '@mantine/core'
import { Go, Page } from '#ui/index.ts'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'

export const NotFoundPage = () => <NotFound />

/** `reason` says what is not there, where the server could tell. */
export function NotFound({ reason }: { reason?: string }) {
  const t = useWords('app')
  return (
    <Page title={t('notFound.title')} lead={t('notFound.what')}>
      {reason && <p>{reason}</p>}
      <Button component={Go} to={paths.search()} w="fit-content" variant="default">
        {t('notFound.search')}
      </Button>
    </Page>
  )
}
