import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page, PageSkeleton, Refusal } from '#ui/index.ts'
import { EnterForm } from './EnterForm.tsx'

/** Where a link leads that lets somebody in once. */
export function WelcomePage({ params }: { params: { token: string } }) {
  const t = useWords('account')
  const { data: welcome, error } = useQuery({
    ...query('GET /welcome/{token}', { params }),
    staleTime: Number.POSITIVE_INFINITY,
  })

  if (error) {
    return (
      <Page title={t('welcome.closed')}>
        <Refusal error={error} />
        <Button component={Go} to={paths.signIn()} variant="default" w="fit-content">
          {t('signIn.do')}
        </Button>
      </Page>
    )
  }
  if (!welcome) return <PageSkeleton />
  const { purpose, name, organization } = welcome
  return (
    <Page
      title={t(`welcome.${purpose}.title`, { name })}
      lead={t(`welcome.${purpose}.lead`, { organization: organization || t('welcome.anOrganization') })}
    >
      <EnterForm token={params.token} welcome={welcome} />
    </Page>
  )
}
