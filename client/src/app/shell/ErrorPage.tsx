import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useLocation, useRouter } from '@tanstack/react-router'
import { Go, Page, Refusal } from '#ui/index.ts'
import { ApiRefusal } from '../api.ts'
import { isSignedOut } from '../me.ts'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'
import { NotFound } from './NotFoundPage.tsx'

export function ErrorPage({ error }: ErrorComponentProps) {
  const t = useWords('app')
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  const { href } = useLocation()
  const retry = () => {
    reset()
    void router.invalidate()
  }

  if (error instanceof ApiRefusal && error.status === 404) return <NotFound reason={error.message} />
  if (isSignedOut(error)) {
    return (
      <Page title={t('failure.signIn')} lead={t('failure.signInWhat')}>
        <Button component={Go} to={paths.signIn(href)} w="fit-content">
          {t('failure.signInDo')}
        </Button>
      </Page>
    )
  }
  if (error instanceof ApiRefusal && error.status === 403) {
    return (
      <Page title={t('failure.notYours')} lead={error.message}>
        <Button component={Go} to={paths.home()} w="fit-content" variant="default">
          {t('failure.home')}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={t('failure.page')} lead={t('failure.pageWhat')}>
      {error instanceof ApiRefusal && <Refusal error={error} />}
      <Button onClick={retry} w="fit-content">
        {t('failure.retry')}
      </Button>
    </Page>
  )
}
